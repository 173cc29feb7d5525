import { type Formula, largest, ranked, scale } from '../../formula/index.js';

/** n x q is this much above a whole number when it is one: 100 x (1 - 0.99) is 1.0000000000000009. */
const ROUNDING = 1e-9;

/** How many of `cases` equally likely cases the worst part `q` of them is: ceil(n q), at least one. */
export function tailCount(cases: number, q: number): number {
  return Math.min(cases, Math.max(1, Math.ceil(cases * q - ROUNDING)));
}

/**
 * Value at risk over equally likely cases: the loss that all but the worst ceil(n q) - 1 cases stay within. Its negative is
 * the q-quantile of the profits, sorted[ceil(n q) - 1].
 *
 * @param losses of each case, positive when money is lost
 * @param q the part of the cases in the tail, 1 - confidence
 */
export function valueAtRisk(losses: readonly Formula[], q: number): Formula {
  return ranked('value at risk', tailCount(losses.length, q), losses);
}

/**
 * Expected shortfall over equally likely cases: the mean of the worst ceil(n q) losses. Convex in whatever the losses are
 * linear in.
 */
export function expectedShortfall(losses: readonly Formula[], q: number): Formula {
  const count = tailCount(losses.length, q);
  return scale('expected shortfall', 1 / count, largest('largest losses', count, losses));
}
