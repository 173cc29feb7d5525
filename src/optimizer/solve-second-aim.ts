import { convexAbove, hasMinimum } from '../formula/index.js';
import { convexPart } from './convex-part.js';
import type { HedgeFailed, HedgeFound } from './hedge-outcome.js';
import type { HedgeProblem, SecondFigure } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';
import { bookAfter, type HedgeTrade, objectiveOf, secondValue } from './hedge-solution.js';
import { withSharedTime } from './shared-time.js';
import { solveWithEnds } from './solve-with-ends.js';
import type { SolveOptions, Solver } from './solver/index.js';

/** With more binaries for `min` nodes than this they are not searched; see solve-any-hedge. */
const MOST_CHOICES = 400;
/** Nodes of a search for the second aim under rules that are not convex. */
const MOST_NODES = 20_000;

/** What is made small after the objective, and how much of the objective may be given up for it. */
export interface SecondAsked {
  readonly aim: SecondFigure;
  /** Part of the best objective. */
  readonly within: number;
}

/** What the search for a second aim came to. */
export interface SecondFound {
  /** By the second aim; the trades of the first answer where none are better. */
  readonly trades: readonly HedgeTrade[];
  /** The search itself, whose bound is one on the second aim; null where it gave no answer. */
  readonly found: HedgeFound | null;
  /** Why the search did not end; null where it did. */
  readonly failure: HedgeFailed | null;
}

/** The problem of a second aim: the objective is held at an answer's own, and some part of that more. */
export function secondProblem(
  problem: HedgeProblem,
  first: readonly HedgeTrade[],
  { aim, within }: SecondAsked,
): HedgeProblem {
  const best = objectiveOf(problem, first);
  return { ...problem, second: { aim, most: best + within * Math.abs(best) } };
}

/**
 * Among the books that do as well as an answer up to a tolerance, one whose trades are the cheapest, the fewest or the
 * smallest: lexicographic optimisation by a second program, in which the objective is a row (e.g. M. Ehrgott, Multicriteria
 * Optimization, 2005, section 5.1). An answer is taken only if the objective, re-evaluated by the full formula, holds and the
 * aim falls; so it is never worse than the first.
 *
 * Under rules with `min` nodes the rules are searched with binaries. Where that is beyond the engine, a convex formula above
 * the margin takes its place, so that the objective holds, and one below it gives the bound.
 *
 * @param first limits that gave way for it stay where it moved them
 */
export async function solveSecondAim(
  problem: HedgeProblem,
  first: HedgeFound,
  asked: SecondAsked,
  engine: Solver,
  options: SolveOptions,
): Promise<SecondFound> {
  const second = secondProblem(problem, first.trades, asked);
  const task: Task = { problem, second, first, solver: withSharedTime(engine, options.timeLimit), options };
  const found = await searched(task, second);
  if (found.status === 'failed') return { trades: first.trades, found: null, failure: found };
  if (isBetter(task, found.trades)) return { trades: found.trades, found, failure: null };
  const over = objectiveOf(problem, found.trades) - second.second!.most;
  const trades = over > 0 ? await again(task, over) : null;
  return { trades: trades ?? first.trades, found, failure: null };
}

interface Task {
  readonly problem: HedgeProblem;
  readonly second: HedgeProblem;
  readonly first: HedgeFound;
  readonly solver: Solver;
  readonly options: SolveOptions;
}

async function searched(task: Task, second: HedgeProblem): Promise<HedgeFound | HedgeFailed> {
  if (!hasMinimum(second.margin)) return solved(task, second);
  const { choices } = buildHedgeProgram(second, { aim: { kind: 'margin' } });
  if (choices === 0) return solved(task, second);
  if (task.solver.id === 'highs' && choices <= MOST_CHOICES) {
    const found = await solved(task, second, { nodeLimit: MOST_NODES });
    if (found.status !== 'failed') return { ...found, method: 'binaries' };
  }
  const margin = convexAbove(second.margin, bookAfter(second.present, task.first.trades));
  const above = await solved(task, { ...second, margin });
  if (above.status === 'failed') return above;
  const below = await solved(task, convexPart(second));
  if (below.status === 'failed') return { ...above, ...NOTHING_PROVED };
  const { bound, lpBound, searchBound, multipliers, rows, columns } = below;
  return { ...above, method: 'convexPart', bound, lpBound, searchBound, multipliers, rows, columns };
}

const NOTHING_PROVED = {
  method: 'convexPart',
  bound: -Infinity,
  lpBound: null,
  searchBound: null,
  multipliers: [],
} as const;

async function solved(
  { first, solver, options }: Task,
  second: HedgeProblem,
  limited: Partial<SolveOptions> = {},
): Promise<HedgeFound | HedgeFailed> {
  const found = await solveWithEnds(second, first.relaxed, solver, { ...options, ...limited }, [first.trades]);
  if (found.status !== 'infeasible') return found;
  const detail = 'the answer does not keep its own objective: please report it';
  return { status: 'failed', cause: 'engine', detail };
}

/** Where a solver's rounding broke the row that holds the objective: with that much less room, at least half of what there is. */
async function again(task: Task, over: number): Promise<readonly HedgeTrade[] | null> {
  const { problem, second, first } = task;
  const { aim, most } = second.second!;
  const best = objectiveOf(problem, first.trades);
  const stricter = Math.max(most - 2 * over, best + (most - best) / 2);
  const found = await searched(task, { ...second, second: { aim, most: stricter } });
  return found.status !== 'failed' && isBetter(task, found.trades) ? found.trades : null;
}

function isBetter({ problem, second, first }: Task, trades: readonly HedgeTrade[]): boolean {
  const { aim, most } = second.second!;
  return objectiveOf(problem, trades) <= most && secondValue(aim, trades) < secondValue(aim, first.trades);
}
