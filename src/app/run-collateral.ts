import { hasErrors, type Io, type Issue, makeIssue } from '../domain/index.js';
import { readCollateral, readMarket } from '../ingest/index.js';
import { type CollateralFound, loadSolver, solveCollateral } from '../optimizer/index.js';
import { type CurrencyRates, MarketView } from '../scenario/index.js';
import type { CollateralResult } from '../schema/collateral-document.js';
import type { Status } from '../schema/envelope.js';
import { collateralCase } from './collateral/collateral-case.js';
import { collateralResult } from './collateral/collateral-result.js';
import { type Demanded, demandedBy } from './collateral/demanded.js';
import { withRequired } from './collateral/required-texts.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import type { CollateralRequest } from './request.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/collateral@1';

/** Which assets to post where, so that every venue's requirement is met at least funding cost. */
export async function runCollateral(request: CollateralRequest, io: Io): Promise<Outcome<CollateralResult>> {
  const manifest = new ManifestBuilder(request, io);
  const engine = loadSolver('highs');
  engine.catch(() => undefined);
  const { file, demands, rates, issues } = await readAll(request, io, manifest);
  const refused = (status: Status = 'error'): Outcome<CollateralResult> => ({
    schema: SCHEMA,
    status,
    manifest: manifest.build(),
    result: null,
    issues,
  });
  if (hasErrors(issues)) return refused();
  const posed = collateralCase(file.assets, demands, request.currency, rates);
  issues.push(...posed.issues);
  if (hasErrors(issues)) return refused();

  const solver = await engine;
  const outcome = await solveCollateral(posed.value, solver, {
    timeLimit: request.timeLimit ?? Infinity,
    relativeGap: request.relativeGap,
    seed: request.seed,
    start: null,
    signal: io.signal,
  });
  io.signal.throwIfAborted();
  manifest.solvedBy(solver);
  manifest.finished('solve');
  if (outcome.status === 'failed') {
    const isLate = outcome.cause === 'time';
    issues.push(makeIssue(isLate ? 'OPT_NOT_IN_TIME' : 'OPT_SOLVER_FAILED', { detail: outcome.detail }));
    return refused(isLate ? 'no' : 'error');
  }
  const { currency, horizonDays, relativeGap } = request;
  const context = { problem: posed.value, demands, assets: file.assets, currency, horizonDays, relativeGap };
  const result = collateralResult(context, outcome);
  issues.push(...shortIssues(result));
  return sealed({ schema: SCHEMA, status: statusOf(outcome), manifest: manifest.build(), result, issues });
}

interface Read {
  readonly file: Awaited<ReturnType<typeof readCollateral>>['value'];
  readonly demands: readonly Demanded[];
  readonly rates: CurrencyRates | null;
  readonly issues: Issue[];
}

async function readAll(request: CollateralRequest, io: Io, manifest: ManifestBuilder): Promise<Read> {
  const file = await readCollateral(request.assets, io);
  const issues: Issue[] = [...file.issues];
  const sources = [file.source];
  const asked = withRequired(file.value.venues, request.requirements);
  issues.push(...asked.issues);
  if (asked.value.length === 0 && !hasErrors(issues)) issues.push(makeIssue('COL_NO_VENUE', { field: 'venues' }));
  const demands: Demanded[] = [];
  for (const demand of asked.value) {
    const answer = await demandedBy(demand, request, io);
    issues.push(...answer.issues);
    sources.push(...answer.sources);
    if (answer.demanded !== null) demands.push(answer.demanded);
  }
  let rates: CurrencyRates | null = null;
  if (request.market !== null) {
    const market = await readMarket(request.market, io, { venue: request.venue });
    issues.push(...market.issues);
    sources.push(market.source);
    const asOf = request.asOf ?? market.value.timestamp ?? io.now();
    manifest.valuedAt(asOf);
    rates = new MarketView(market.value, asOf, request.currency).rates;
  }
  manifest.read(sources);
  manifest.finished('read');
  return { file: file.value, demands, rates, issues: onceEach(issues) };
}

/** A market that several venues share is complained about once. */
function onceEach(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

function statusOf({ status }: CollateralFound): Status {
  if (status === 'short') return 'infeasible';
  return status === 'stopped' ? 'stopped' : 'ok';
}

function shortIssues({ infeasible, currency }: CollateralResult): Issue[] {
  const short = infeasible?.venues.map(
    ({ venue, missing }) => `${venue} lacks ${Number(missing.toPrecision(10))} ${currency}`,
  );
  return short === undefined ? [] : [makeIssue('COL_SHORT', { detail: short.join(', ') })];
}
