import type { CorrelationBounds } from './correlation-bounds.js';

/** Steps of the grid over the interval. */
const STEPS = 200;

/** A matrix and its margin. */
export interface Found {
  readonly values: Float64Array;
  readonly margin: number;
}

/**
 * The highest margin of two underlyings as their correlation runs over all it may be, in 200 steps, both ends included.
 *
 * @param pairs of the bounds, none where nothing may move
 * @param base the present matrix, which is the answer where no other is higher
 */
export function worstOfPair(
  { centre, low, high, distance }: CorrelationBounds,
  pairs: readonly unknown[],
  margin: (values: Float64Array) => number,
  base: Found,
): Found {
  if (pairs.length === 0) return base;
  // Both triangles count in the Frobenius distance.
  const reach = distance / Math.SQRT2;
  const from = Math.max(low[1]!, centre[1]! - reach);
  const to = Math.min(high[1]!, centre[1]! + reach);
  let best = base;
  for (let step = 0; step <= STEPS; step++) {
    const rho = step === STEPS ? to : from + ((to - from) * step) / STEPS;
    const values = Float64Array.of(1, rho, rho, 1);
    const found = { values, margin: margin(values) };
    if (found.margin > best.margin) best = found;
  }
  return best;
}
