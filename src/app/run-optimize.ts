import { type Io, type Issue, makeIssue } from '../domain/index.js';
import {
  type HedgeFailed,
  type HedgeFound,
  type HedgeInfeasible,
  type HedgeOutcome,
  type HedgeTrade,
  loadSolver,
  type Solver,
  withSharedTime,
} from '../optimizer/index.js';
import type { Status } from '../schema/envelope.js';
import type { OptimizeResult } from '../schema/optimize-document.js';
import { explainHedge, type SolvedAgain } from './explain-hedge.js';
import { withReasons } from './hedge-reasons.js';
import { foundResult, infeasibleResult } from './hedge-result.js';
import { breaks } from './limit-lines.js';
import { ManifestBuilder } from './manifest.js';
import type { MarginAim } from './margin-aim.js';
import type { Outcome } from './outcome.js';
import { type PreparedHedge, prepareHedge } from './prepare-hedge.js';
import { rangeText } from './range-text.js';
import type { OptimizeRequest } from './request.js';
import { plainTrades } from './robust/plain-hedge.js';
import { sealed } from './seals.js';
import type { SecondAnswer } from './second/second-search.js';
import { type SolvedHedge, solvedHedge } from './solved-hedge.js';
import { tickIssues } from './tick-issues.js';

const SCHEMA = 'margo/optimize@1';

/** Which trades lower the margin most inside the limits. */
export async function runOptimize(request: OptimizeRequest, io: Io): Promise<Outcome<OptimizeResult>> {
  const manifest = new ManifestBuilder(request, io);
  // The engine compiles beside the reading and the valuing; a run that is refused before then does not wait for it.
  const engine = loadSolver(request.solver);
  engine.catch(() => undefined);
  const { hedge: prepared, issues } = await prepareHedge(request, io, manifest);
  const refused = (): Outcome<OptimizeResult> => ({
    schema: SCHEMA,
    status: 'error',
    manifest: manifest.build(),
    result: null,
    issues,
  });
  if (prepared === null) return refused();

  const solver = withSharedTime(await engine, request.timeLimit ?? Infinity);
  const { hedge, outcome, second } = await solved(request, prepared, solver, io);
  manifest.solvedBy(solver);
  const { search: asked } = hedge;
  manifest.finished('solve');
  if (outcome.status === 'failed') {
    issues.push(makeIssue(failureCode(request, outcome), { detail: outcome.detail }));
    return outcome.cause === 'time' ? { ...refused(), status: 'no' } : refused();
  }
  const again =
    outcome.status !== 'infeasible' && request.explain
      ? await explainHedge(request, asked, outcome, await engine, io)
      : null;
  const plain = outcome.status === 'infeasible' ? null : await plainTrades(request, asked, hedge.run, solver, io);
  const { status, result, issues: told } = answered(request, hedge, outcome, again, second, plain);
  issues.push(...told);
  manifest.finished('report');
  return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
}

/**
 * What an outcome comes to: status, result, and what there is to say about it. No solver is asked, so that `verify` can make
 * them again.
 *
 * @param again what solving again found out; null where it was not asked for
 * @param second what became of a second aim, whose trades the outcome has; null where there is none
 * @param plain the trades that a robust hedge is compared with; null for none
 */
export function answered(
  request: OptimizeRequest,
  { run, search: asked, execution }: PreparedHedge,
  outcome: Answered,
  again: SolvedAgain | null,
  second: SecondAnswer | null,
  plain: readonly HedgeTrade[] | null = null,
): { readonly status: Status; readonly result: OptimizeResult; readonly issues: readonly Issue[] } {
  if (outcome.status === 'infeasible') {
    const none = infeasibleResult({ run, search: asked }, outcome);
    return { status: 'infeasible', result: none, issues: outcomeIssues(outcome, none, second, asked.aim) };
  }
  const found = foundResult({ run, search: asked }, outcome, request.relativeGap, second, plain);
  const result = withReasons(found, run, asked, outcome, again);
  const issues = [
    ...outcomeIssues(outcome, result, second, asked.aim),
    ...tickIssues(run, outcome.trades, execution.depth),
  ];
  return { status: statusOf(request, outcome, result, second), result, issues };
}

/** Out of time is an answer; the small engine declines what is beyond it; the other must not fail. */
export function failureCode({ solver }: OptimizeRequest, { cause }: HedgeFailed) {
  if (cause === 'time') return 'OPT_NOT_IN_TIME';
  return solver === 'js' ? 'CFG_JS_DECLINED' : 'OPT_SOLVER_FAILED';
}

type Answered = Exclude<HedgeOutcome, { status: 'failed' }>;

/** The answer by the scenarios that the request asks for; the search of the ellipsoid is loaded only where it does. */
async function solved(request: OptimizeRequest, hedge: PreparedHedge, solver: Solver, io: Io): Promise<SolvedHedge> {
  if (request.scenarioMode !== 'ellipsoid') return solvedHedge(request, hedge, solver, io);
  const { ellipsoidHedge } = await import('./ellipsoid/ellipsoid-hedge.js');
  return ellipsoidHedge(request, hedge, solver, io);
}

function statusOf(
  request: OptimizeRequest,
  outcome: Answered,
  result: OptimizeResult,
  second: SecondAnswer | null,
): Status {
  if (outcome.status === 'infeasible') return 'infeasible';
  if (outcome.status === 'stopped' || (second !== null && second.search !== 'ended')) return 'stopped';
  const { initialMargin, horizonMargin = initialMargin } = result.before;
  const objectiveBefore =
    result.collateral === undefined
      ? result.marginWeight * (result.robust?.before ?? horizonMargin)
      : (result.collateral.costBefore ?? Infinity);
  const improved = result.trades.length > 0 && result.objective! < objectiveBefore * (1 - 1e-9);
  if (request.requireImprovement && !improved) return 'no';
  return result.limits.some(breaks) ? 'no' : 'ok';
}

/** What was done about rules that are not convex. */
const METHOD_WORDS = {
  convexPart: 'their convex part was optimised and the answer priced by the rules; the bound holds for the rules',
  cover:
    'a convex formula that is never below them (of a value at risk, the expected shortfall) was optimised, then the rules near its answer; the bound is only the least they can come to',
  binaries: 'which of their smaller amounts counts was part of the search; the bound holds for the rules',
} as const;

function methodWords({ method, bound }: HedgeFound, result: OptimizeResult, aim: MarginAim): string | null {
  if (aim.exactAtBook) {
    return 'they are a formula near one book only; they were optimised as they are near several, and every answer is priced by the rules, but no bound holds for it';
  }
  if (Number.isFinite(bound) && result.bound === null) {
    return 'they look at which lines are held, and the search at all of them; the answer is priced by the rules, but no bound holds for it';
  }
  return method === 'exact' ? null : METHOD_WORDS[method];
}

function outcomeIssues(
  outcome: Answered,
  result: OptimizeResult,
  second: SecondAnswer | null,
  aim: MarginAim,
): Issue[] {
  if (outcome.status === 'infeasible') {
    return [conflictIssue(outcome)];
  }
  const issues: Issue[] = [];
  if (outcome.status === 'stopped') {
    const gap = result.gap === null ? 'gap unknown' : `gap ${(100 * result.gap).toPrecision(3)} %`;
    issues.push(makeIssue('OPT_STOPPED', { detail: gap }));
  }
  const words = methodWords(outcome, result, aim);
  if (words !== null) issues.push(makeIssue('OPT_NOT_CONVEX', { subject: rulesOf(result), detail: words }));
  if (second?.search === 'stopped') {
    const detail = second.detail === '' ? 'it was stopped' : second.detail;
    issues.push(makeIssue('OPT_THEN_STOPPED', { subject: second.asked.aim, detail }));
  }
  issues.push(...relaxedIssues(outcome));
  return issues;
}

/** Whose rules the objective holds. */
function rulesOf({ model, robust }: OptimizeResult): string {
  return robust === undefined ? model : [...new Set(robust.cases.map((one) => one.model))].join(', ');
}

/** What is said of limits that cannot hold together. */
export function conflictIssue({ conflict }: HedgeInfeasible): Issue {
  const names = conflict.map(({ name }) => name);
  const facts = names.length === 1 ? { subject: names[0]! } : { detail: enumerated(names) };
  return makeIssue('OPT_INFEASIBLE', facts);
}

/** What is said of soft limits that gave way. */
export function relaxedIssues({ relaxed }: Pick<HedgeFound, 'relaxed'>): Issue[] {
  return [...relaxed].map(([limit, ends]) => {
    const detail = `${rangeText(limit)} became ${rangeText(ends)}`;
    return makeIssue('OPT_LIMITS_RELAXED', { at: limit.limit.origin, subject: limit.name, detail });
  });
}

/** `a, b and c`. */
function enumerated(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}
