import { convexBelow } from '../formula/index.js';
import type { HedgeProblem } from './hedge-problem.js';
import { ProgramBuilder } from './solver/index.js';
import { TradeColumns } from './trade-columns.js';

/**
 * The problem with a convex formula below the margin in place of the margin: below it for every book the candidates can
 * make of the present one, so that a bound on this problem's objective is one on the other's.
 */
export function convexPart(problem: HedgeProblem): HedgeProblem {
  const { candidates, present, wholeLots } = problem;
  const { lower, upper } = new TradeColumns(new ProgramBuilder(), candidates, present, wholeLots).reach();
  return { ...problem, margin: convexBelow(problem.margin, lower, upper) };
}
