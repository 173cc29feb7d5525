import type { HedgeFound, HedgeOutcome } from '../hedge-outcome.js';
import type { HedgeProblem } from '../hedge-problem.js';
import { buildHedgeProgram } from '../hedge-program.js';
import { type HedgeTrade, objectiveOf } from '../hedge-solution.js';
import { solveAnyHedge } from '../solve-any-hedge.js';
import { solveWithEnds } from '../solve-with-ends.js';
import { deadlineIn } from '../solver/deadline.js';
import type { Infeasible, SolveOptions, Solver } from '../solver/index.js';
import { evenlySpaced } from './evenly-spaced.js';
import { type FrontierOutcome, type FrontierPoint, type FrontierTask, hasBook } from './frontier.js';
import { heldEnds } from './held-ends.js';
import { kneeOf } from './knee.js';
import { leastResource } from './least-resource.js';
import { nothingTraded } from './nothing-traded.js';
import { limitAt, usedBy } from './resource.js';

/**
 * The frontier of a problem with whole numbers, or with rules that are not convex: a search for every point, in order, each
 * started from the book before, which keeps the looser limit too. The time is shared: each search may take what is left divided by
 * the searches left.
 */
export async function searchedFrontier(
  task: FrontierTask,
  solver: Solver,
  options: SolveOptions,
): Promise<FrontierOutcome> {
  const deadline = deadlineIn(options.timeLimit);
  const free = await solveAnyHedge(task.problem, solver, {
    ...options,
    timeLimit: options.timeLimit / (task.points + 1),
  });
  if (free.status === 'failed' && free.cause === 'time') return nothingTraded(task);
  if (free.status === 'failed' || free.status === 'infeasible') return free;
  const held: FrontierTask = { ...task, problem: heldEnds(task.problem, free.relaxed) };
  const most = usedBy(task.resource, task.problem, free.trades);
  const least = await leastResource(held.problem, task.resource, solver, options);
  const from = least === null ? null : Math.min(least, most);
  const { bounds, to } = boundsOf(task, from ?? 0, most);
  const points: FrontierPoint[] = [];
  for (const [i, bound] of bounds.entries()) {
    const isFree = bound >= most;
    const isOver = deadline.secondsLeft() <= 0 || options.signal?.aborted === true;
    if (from !== null && bound < from) points.push(without(bound, 'infeasible'));
    else if (isFree) points.push(pointOf(held, bound, free, points));
    else if (isOver) points.push(without(bound, 'not reached'));
    else {
      const timeLimit = Math.max(0, deadline.secondsLeft()) / (bounds.length - i);
      points.push(await searchedPoint(held, bound, points, solver, { ...options, timeLimit }));
    }
  }
  const isWhole = to !== null;
  return {
    status: 'found',
    points,
    breakpoints: null,
    exact: false,
    interrupted: points.some(({ status }) => status === 'stopped' || status === 'not reached'),
    from,
    to,
    knee: kneeIn(held, points),
    indifferent: task.indifference === 0 && isWhole ? points.length - 1 : null,
    relaxed: free.relaxed,
  };
}

/** The bounds that are asked, and the last of them where more buys nothing. */
function boundsOf(
  { resource, points }: FrontierTask,
  from: number,
  most: number,
): { readonly bounds: readonly number[]; readonly to: number | null } {
  if (resource.measure.kind !== 'count') {
    return { bounds: [...(from > 0 ? [0] : []), ...evenlySpaced(from, most, points)], to: most };
  }
  const last = Math.min(points, most);
  return { bounds: Array.from({ length: last + 1 }, (_, k) => k), to: most <= points ? most : null };
}

async function searchedPoint(
  task: FrontierTask,
  bound: number,
  before: readonly FrontierPoint[],
  solver: Solver,
  options: SolveOptions,
): Promise<FrontierPoint> {
  const { problem, resource } = task;
  const limited: HedgeProblem = { ...problem, limits: [...problem.limits, limitAt(resource, bound)] };
  const known = before.filter(hasBook).map(({ trades }) => trades);
  const outcome = await searched(limited, known.slice(-1), solver, options);
  if (outcome.status === 'infeasible') return without(bound, 'infeasible');
  if (outcome.status !== 'failed') return pointOf(task, bound, outcome, before);
  if (outcome.cause === 'engine') return without(bound, 'failed');
  const last = before.findLast(hasBook);
  return last === undefined
    ? without(bound, 'not reached')
    : { bound, status: 'stopped', trades: last.trades, lowerBound: -Infinity };
}

/** A search that starts from books known to be good, where the margin has no search of its own. */
function searched(
  problem: HedgeProblem,
  books: readonly (readonly HedgeTrade[])[],
  solver: Solver,
  options: SolveOptions,
): Promise<HedgeOutcome | Infeasible> {
  const { choices } = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
  return choices === 0
    ? solveWithEnds(problem, new Map(), solver, options, books)
    : solveAnyHedge(problem, solver, options);
}

/** The book found, or that of a tighter bound where it is better. */
function pointOf(
  { problem }: FrontierTask,
  bound: number,
  found: HedgeFound,
  before: readonly FrontierPoint[],
): FrontierPoint {
  const { status, bound: lowerBound } = found;
  const last = before.findLast(hasBook);
  const isWorse = last !== undefined && objectiveOf(problem, last.trades) < objectiveOf(problem, found.trades);
  return { bound, status, trades: isWorse ? last.trades : found.trades, lowerBound };
}

function without(bound: number, status: 'infeasible' | 'not reached' | 'failed'): FrontierPoint {
  return { bound, status, trades: [], lowerBound: -Infinity };
}

/** The knee among the points that have a book, by index of all. */
function kneeIn({ problem }: FrontierTask, points: readonly FrontierPoint[]): number | null {
  const found = points.filter(hasBook);
  const knee = kneeOf(found.map(({ bound, trades }) => ({ at: bound, value: objectiveOf(problem, trades) })));
  return knee === null ? null : points.indexOf(found[knee]!);
}
