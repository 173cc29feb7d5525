import { type Account, hasErrors, type Io, type Issue, makeIssue, type ReportedFigure } from '../domain/index.js';
import type { ReconciliationCase, Source } from '../ingest/index.js';
import type { ReconciledCase } from '../schema/reconcile-document.js';
import { type InputRequest, loadInputs, type MarketReader } from './load-inputs.js';
import { type PreparedRun, prepareRun } from './prepare-run.js';
import { reconciledFigures } from './reconciled-figures.js';
import type { CommonRequest, ReconcileRequest } from './request.js';
import { runConfidence } from './run-confidence.js';
import type { ComparedFigure } from './tolerance.js';

/** A case with its verdict, and what a summary of many cases needs to know of it. */
export interface CaseAnswer {
  readonly answer: ReconciledCase;
  /** The figure farthest from the reported one; null where none was compared. */
  readonly farthest: ComparedFigure | null;
  /** Files the case names. */
  readonly sources: readonly Source[];
}

/** Margins one case and holds it against what is reported; whatever is wrong is told in the answer, never thrown. */
export async function reconcileCase(
  item: ReconciliationCase,
  request: ReconcileRequest,
  io: Io,
  readMarket: MarketReader,
): Promise<CaseAnswer> {
  const own = caseRequest(item, request);
  const issues: Issue[] = [...item.issues];
  const refused = (sources: readonly Source[], run: PreparedRun | null = null): CaseAnswer => ({
    answer: { ...identity(item, own, run), status: 'refused', figures: [], issues },
    farthest: null,
    sources,
  });
  if (own === null) return refused([]);
  const loaded = await loadInputs(own, io, readMarket);
  const sources = ownFiles(own, loaded.sources);
  issues.push(...loaded.issues);
  const reported = item.reported.length > 0 ? item.reported : reportedByAccount(loaded.inputs.account);
  if (reported.length === 0 && !hasErrors(issues)) {
    issues.push(makeIssue('REC_NOTHING_REPORTED', { at: item.origin, field: 'reported' }));
  }
  if (hasErrors(issues)) return refused(sources);
  const prepared = prepareRun({ ...own, ...NO_PATHS }, loaded.inputs, io, []);
  issues.push(...prepared.issues);
  if (prepared.run === null) return refused(sources);
  const { compared, issues: found } = reconciledFigures(
    prepared.run,
    loaded.inputs.account,
    reported,
    request.tolerance,
  );
  issues.push(...found);
  if (hasErrors(issues)) return refused(sources, prepared.run);
  const figures = compared.map(({ figure }) => figure);
  const status = figures.every(({ within }) => within) ? 'within' : 'outside';
  const farthest = compared.reduce<ComparedFigure | null>(
    (worst, one) => (worst === null || one.distance > worst.distance ? one : worst),
    null,
  );
  return { answer: { ...identity(item, own, prepared.run), status, figures, issues }, farthest, sources };
}

/** What a run over inputs that were read already no longer looks at. */
const NO_PATHS: Pick<CommonRequest, 'positions' | 'market' | 'account' | 'correlations' | 'prices'> = {
  positions: '',
  market: null,
  account: null,
  correlations: null,
  prices: null,
};

/** The request of a case: what it says itself, else what the command says for all. Null where it says too little. */
function caseRequest(item: ReconciliationCase, request: ReconcileRequest): InputRequest | null {
  const { inputs } = item;
  if (inputs.positions === null) return null;
  return {
    ...request,
    positions: inputs.positions,
    market: inputs.market ?? request.market,
    account: inputs.account ?? request.account,
    correlations: inputs.correlations ?? request.correlations,
    prices: inputs.prices ?? request.prices,
    model: item.model ?? request.model,
    asOf: item.asOf ?? request.asOf,
    currency: item.currency ?? request.currency,
    venue: item.venue ?? request.venue,
    parameterOverrides: { ...request.parameterOverrides, ...item.set },
  };
}

/** The sources that are files of their own, not parts of the cases file. */
function ownFiles(own: InputRequest, sources: readonly Source[]): Source[] {
  const isInline = (role: string): boolean => {
    const input = (own as unknown as Readonly<Record<string, unknown>>)[role];
    return typeof input === 'object' && input !== null;
  };
  return sources.filter(({ role }) => !isInline(role));
}

/** An account file that tells what the venue reports stands in for a case that does not. */
function reportedByAccount(account: Account | null): ReportedFigure[] {
  const { reportedInitialMargin = null, reportedMaintenanceMargin = null } = account ?? {};
  const figure = (kind: 'initialMargin' | 'maintenanceMargin', amount: number | null): ReportedFigure[] =>
    amount === null ? [] : [{ kind, part: null, amount, origin: null }];
  return [...figure('initialMargin', reportedInitialMargin), ...figure('maintenanceMargin', reportedMaintenanceMargin)];
}

function identity(
  item: ReconciliationCase,
  own: InputRequest | null,
  run: PreparedRun | null,
): Pick<ReconciledCase, 'name' | 'model' | 'parameters' | 'confidence' | 'currency' | 'asOf' | 'source'> {
  return {
    name: item.name,
    model: run?.model.id ?? own?.model ?? item.model ?? '',
    parameters: run?.parameters.id ?? null,
    confidence: run === null ? null : runConfidence(run),
    currency: own?.currency ?? item.currency ?? '',
    asOf: run === null ? null : new Date(run.view.asOf).toISOString(),
    source: item.source,
  };
}
