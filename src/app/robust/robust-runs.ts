import type { Instrument, Io, Issue, RobustRule } from '../../domain/index.js';
import type { WorstSet } from '../../schema/stress/stress-parameters.js';
import type { Inputs } from '../load-inputs.js';
import { differingTerm, type PreparedRun, prepareRun, type Unvalued } from '../prepare-run.js';
import type { CommonRequest } from '../request.js';
import { requestedModel } from '../requested-model.js';
import type { LoadedCase, LoadedRobust } from './load-robust.js';
import { narrowedRun } from './narrowed-run.js';
import { rangeCases } from './range-cases.js';

/** A case with the book valued and its rule book built. */
export interface CaseRun {
  readonly name: string;
  readonly weight: number;
  readonly run: PreparedRun;
}

/** Every case over the very same lines. */
export interface RobustRuns {
  readonly rule: RobustRule;
  readonly cases: readonly CaseRun[];
  /** Whether every case is the run itself but for its figures or correlations. */
  readonly ofTheRun: boolean;
  /** The worst parameters for a book, where ranges of them made the cases; null elsewhere. */
  readonly worstFor: ((book: Float64Array) => WorstSet | null) | null;
}

/** The cases of a request beside its own run. */
export interface PreparedRobust {
  /** The request's own run, without the candidates that some case cannot take. */
  readonly run: PreparedRun;
  /** Null with errors among the issues. */
  readonly robust: RobustRuns | null;
  readonly issues: readonly Issue[];
}

/**
 * Values the lines of a run once for each case and builds its rule book over them. A candidate that some case cannot value or
 * margin is taken out of all, with the reason; a position that some case cannot is an error that names the case.
 */
export function robustRuns(
  { rule, cases: listed, ranges, ofTheRun }: LoadedRobust,
  request: CommonRequest,
  base: PreparedRun,
  inputs: Inputs,
  io: Io,
): PreparedRobust {
  const further = base.lines.slice(base.positions.length).map(({ instrument }) => instrument);
  const issues: Issue[] = [];
  const ranged = ranges === null ? null : rangeCases(ranges, base, inputs.prices, request.seed);
  issues.push(...(ranged?.issues ?? []));
  const cases = [...listed, ...(ranged?.found?.cases ?? [])];
  const runs: CaseRun[] = [];
  const missing = new Map<string, Unvalued>();
  for (const one of cases) {
    const { name, weight } = one;
    const asked = caseRequest(one, request, base);
    const known = requestedModel(asked.model);
    if (known.status === 'unknown') {
      issues.push(unknownModel(one, known.issue));
      continue;
    }
    const own = caseInputs(one, asked, inputs, request);
    const { fit, unfit } = listedThere(one, further);
    const { run, issues: told } = prepareRun(asked, own, io, fit);
    issues.push(
      ...told
        .filter(({ code }) => one.correlations !== null || code !== 'RUN_CORRELATIONS_UNUSED')
        .filter(({ code }) => code !== 'SPN_UNUSED')
        .map((issue) => ofCase(name, issue)),
    );
    for (const lost of [...unfit, ...(run?.unvalued ?? [])]) {
      const reason = `case ${name}: ${lost.reason}`;
      if (!missing.has(lost.instrument)) missing.set(lost.instrument, { ...lost, reason, failure: null });
    }
    if (run !== null) runs.push({ name, weight, run });
  }
  const stays = (instrument: string): boolean => !missing.has(instrument);
  const run = narrowedRun(base, stays, [...missing.values()]);
  const whole = runs.length === cases.length && ranged?.found !== null;
  const narrowed = runs.map((one) => ({ ...one, run: narrowedRun(one.run, stays) }));
  const found = ranged?.found ?? null;
  const worstFor = found === null ? null : (book: Float64Array) => found.worstFor(run, book);
  return { run, robust: whole ? { rule, cases: narrowed, ofTheRun, worstFor } : null, issues };
}

/** A complaint of a case, telling which. */
function ofCase(name: string, issue: Issue): Issue {
  return { ...issue, message: `case ${name}: ${issue.message}` };
}

function unknownModel({ origin, name }: LoadedCase, issue: Issue): Issue {
  const place = origin === null ? {} : { file: origin.file, line: origin.line, column: origin.column };
  return { ...ofCase(name, issue), field: '--robust', ...place };
}

/** A case that names no rule book, or the request's own, has the request's figures too, its own before them. */
function caseRequest({ model, set, market }: LoadedCase, request: CommonRequest, base: PreparedRun): CommonRequest {
  const inherits = model === null || model === request.model;
  return {
    ...request,
    model: model ?? request.model,
    parameterOverrides: { ...(inherits ? request.parameterOverrides : {}), ...set },
    asOf: request.asOf ?? market?.timestamp ?? base.view.asOf,
  };
}

function caseInputs(one: LoadedCase, asked: CommonRequest, inputs: Inputs, request: CommonRequest): Inputs {
  const inherited = asked.model === request.model ? inputs.parameters : {};
  return {
    ...inputs,
    market: one.market ?? inputs.market,
    correlations: one.correlations ?? inputs.correlations,
    parameters: one.parameters ?? inherited,
  };
}

/** What may be traded that a case's own market lists too, as the same contract. */
function listedThere(
  { market }: LoadedCase,
  further: readonly Instrument[],
): { readonly fit: readonly Instrument[]; readonly unfit: readonly Unvalued[] } {
  if (market === null) return { fit: further, unfit: [] };
  const fit: Instrument[] = [];
  const unfit: Unvalued[] = [];
  for (const instrument of further) {
    const quote = market.quotes.get(instrument.name);
    const term = quote === undefined ? null : differingTerm(instrument, quote.instrument);
    if (quote !== undefined && term === null) fit.push(instrument);
    else {
      const reason = term === null ? 'not in its market' : `another ${term} in its market`;
      unfit.push({ instrument: instrument.name, underlying: instrument.underlying, reason, failure: null });
    }
  }
  return { fit, unfit };
}
