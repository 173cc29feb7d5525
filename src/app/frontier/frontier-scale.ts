import type { HedgeProblem } from '../../optimizer/index.js';
import type { FrontierAxis } from './frontier-resource.js';

/**
 * By cost the margin alone is made small, and among books of one margin the cheapest is taken: margin counts a million times
 * what cost does. So the last point is where a further unit of cost buys less than a millionth of a unit of margin.
 */
const MARGIN_FIRST = 1e6;

/** How a frontier's objective is told, and how the optimizer is asked for it. */
export interface FrontierScale {
  /** The problem as the optimizer gets it. */
  readonly problem: HedgeProblem;
  /** The objective to tell, of an optimizer's one at a bound that is used up. */
  readonly objective: (searched: number, bound: number) => number;
  /** The change per unit of the resource to tell, of the optimizer's one. */
  readonly slope: (searched: number) => number;
  /** Where the optimizer's slope is this, `margo optimize` has its answer; null where it has none on the curve. */
  readonly indifference: number | null;
}

/**
 * By vega and by trades the objective is that of `margo optimize`. By cost it is the margin: of marginWeight x margin + cost the
 * best is where a unit of cost buys 1 / marginWeight of margin, a slope of -1 where they weigh the same.
 */
export function frontierScale(problem: HedgeProblem, along: FrontierAxis): FrontierScale {
  if (along !== 'cost') {
    return { problem, objective: (searched) => searched, slope: (searched) => searched, indifference: 0 };
  }
  const weight = problem.marginWeight;
  return {
    problem: { ...problem, marginWeight: MARGIN_FIRST },
    objective: (searched, bound) => (searched - bound) / MARGIN_FIRST,
    slope: (searched) => Math.min(0, (searched - 1) / MARGIN_FIRST),
    indifference: weight > 0 ? 1 - MARGIN_FIRST / weight : null,
  };
}
