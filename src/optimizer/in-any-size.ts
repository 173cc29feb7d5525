import type { HedgeProblem } from './hedge-problem.js';

/**
 * The problem without whole lots and without counts of trades. Every answer to the problem is one to this, so that a bound
 * of this is a bound of the problem, too.
 */
export function inAnySize(problem: HedgeProblem): HedgeProblem {
  const limits = problem.limits.filter(({ measure }) => measure.kind !== 'count');
  return { ...problem, wholeLots: false, limits };
}
