import { convexAbove } from '../formula/index.js';
import type { HedgeFound } from './hedge-outcome.js';
import type { HedgeProblem } from './hedge-problem.js';
import { bookAfter, objectiveOf } from './hedge-solution.js';
import { solveWithEnds } from './solve-with-ends.js';
import type { SolveOptions, Solver } from './solver/index.js';

/** Steps of the descent; it mostly ends after two or three. */
const MOST_STEPS = 12;
/** Objectives closer than this, relative, are equal. */
const EQUAL = 1e-9;

/**
 * Better books from a given one, under rules that are not convex: the convex formula that is never below the margin and
 * equals it at the present answer is optimised, again and again, until the objective falls no further. Each answer is no
 * worse than the one before; the last one is a local optimum of a kind and proves nothing.
 *
 * @param start an answer that keeps the limits with the ends in `relaxed`
 * @returns the best answer; `stopped` when time ran out on the way
 */
export async function descendHedge(
  problem: HedgeProblem,
  start: HedgeFound,
  solver: Solver,
  options: SolveOptions,
): Promise<HedgeFound> {
  let best = start;
  let objective = objectiveOf(problem, start.trades);
  for (let step = 0; step < MOST_STEPS; step++) {
    const margin = convexAbove(problem.margin, bookAfter(problem.present, best.trades));
    const next = await solveWithEnds({ ...problem, margin }, start.relaxed, solver, options, [best.trades]);
    if (next.status === 'failed') return next.cause === 'time' ? { ...best, status: 'stopped' } : best;
    if (next.status === 'infeasible') return best;
    const reached = objectiveOf(problem, next.trades);
    const least = EQUAL * Math.max(1, Math.abs(objective));
    if (!(reached < objective - least)) {
      const { status } = next.status === 'stopped' ? next : best;
      // What limits are worth is known where the answer stays put, not where it came from.
      return { ...best, status, shadowPrices: reached <= objective + least ? next.shadowPrices : best.shadowPrices };
    }
    best = next;
    objective = reached;
    if (next.status === 'stopped') return best;
  }
  return best;
}
