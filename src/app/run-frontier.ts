import { hasErrors, type Io, type Issue, makeIssue } from '../domain/index.js';
import { hasMinimum } from '../formula/index.js';
import { type Frontier, hasBook, solveFrontier } from '../optimizer/frontier/index.js';
import { loadSolver } from '../optimizer/index.js';
import type { Status } from '../schema/envelope.js';
import type { FrontierResult } from '../schema/frontier-document.js';
import { frontierResource } from './frontier/frontier-resource.js';
import { type FrontierContext, frontierResult, infeasibleFrontier } from './frontier/frontier-result.js';
import { frontierScale } from './frontier/frontier-scale.js';
import { ManifestBuilder } from './manifest.js';
import type { MarginAim } from './margin-aim.js';
import type { Outcome } from './outcome.js';
import { prepareHedge } from './prepare-hedge.js';
import type { FrontierRequest } from './request.js';
import { conflictIssue, failureCode, relaxedIssues } from './run-optimize.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/frontier@1';

/** How much margin each extra unit of cost, vega or trading buys. */
export async function runFrontier(request: FrontierRequest, io: Io): Promise<Outcome<FrontierResult>> {
  const manifest = new ManifestBuilder(request, io);
  const engine = loadSolver(request.solver);
  engine.catch(() => undefined);
  const isByTrades = request.along === 'trades';
  // By trades a greatest number of trades is the far end, not a limit beside.
  const { hedge, issues } = await prepareHedge(isByTrades ? { ...request, maxTrades: null } : request, io, manifest);
  const refused = (): Outcome<FrontierResult> => ({
    schema: SCHEMA,
    status: 'error',
    manifest: manifest.build(),
    result: null,
    issues,
  });
  if (hedge === null) return refused();
  const { run, search } = hedge;
  if (request.solver === 'js' && isByTrades) issues.push(makeIssue('CFG_JS_INTEGERS'));
  const named = frontierResource(request, run);
  issues.push(...named.issues);
  if (named.resource === null || hasErrors(issues)) return refused();

  const scale = frontierScale(search.problem, request.along);
  const context: FrontierContext = { request, run, search, resource: named.resource, scale };
  const task = {
    problem: scale.problem,
    resource: named.resource,
    points: isByTrades ? Math.min(request.points, request.maxTrades ?? Infinity) : request.points,
    indifference: scale.indifference,
  };
  const solver = await engine;
  const outcome = await solveFrontier(task, solver, {
    timeLimit: request.timeLimit ?? Infinity,
    relativeGap: request.relativeGap,
    seed: request.seed,
    start: null,
    signal: io.signal,
  });
  manifest.solvedBy(solver);
  manifest.finished('solve');
  if (outcome.status === 'failed') {
    issues.push(makeIssue(failureCode(request, outcome), { detail: outcome.detail }));
    return outcome.cause === 'time' ? { ...refused(), status: 'no' } : refused();
  }
  if (outcome.status === 'infeasible') issues.push(conflictIssue(outcome));
  else issues.push(...frontierIssues(context, outcome));
  const result =
    outcome.status === 'infeasible' ? infeasibleFrontier(context, outcome) : frontierResult(context, outcome);
  const status = outcome.status === 'infeasible' ? 'infeasible' : statusOf(outcome);
  manifest.finished('report');
  return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
}

function statusOf(frontier: Frontier): Status {
  if (unansweredWords(frontier) !== null) return 'stopped';
  return frontier.relaxed.size > 0 ? 'no' : 'ok';
}

function frontierIssues({ run, search }: FrontierContext, frontier: Frontier): Issue[] {
  const issues: Issue[] = [];
  const unanswered = unansweredWords(frontier);
  if (unanswered !== null) issues.push(makeIssue('OPT_STOPPED', { detail: unanswered }));
  const words = notConvexWords(search.aim, !frontier.exact && hasMinimum(search.problem.margin));
  if (words !== null) issues.push(makeIssue('OPT_NOT_CONVEX', { subject: run.model.id, detail: words }));
  return [...issues, ...relaxedIssues(frontier)];
}

/** What is missing or unfinished; null where nothing is. */
function unansweredWords({ points, interrupted }: Frontier): string | null {
  const stopped = points.filter(({ status }) => status === 'stopped').length;
  const missing = points.filter((point) => !hasBook(point) && point.status !== 'infeasible').length;
  if (missing > 0) return `${missing} of ${points.length} points not reached`;
  if (stopped > 0) return `${stopped} of ${points.length} points not searched to their end`;
  return interrupted ? 'not all breakpoints' : null;
}

function notConvexWords({ exactAtBook, looksAtHeldLines }: MarginAim, hasMinima: boolean): string | null {
  if (exactAtBook) {
    return 'they are a formula near one book only; every point was searched for near the present one and is priced by the rules, and no bound holds for it';
  }
  if (looksAtHeldLines) {
    return 'they look at which lines are held, and the search at all of them; the points are priced by the rules';
  }
  return hasMinima ? 'every point was searched for by itself, and has a gap of its own' : null;
}
