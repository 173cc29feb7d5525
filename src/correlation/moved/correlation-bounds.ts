/** Where a correlation matrix may go: a box and a ball around the present one, either or both. */
export interface CorrelationBounds {
  /** The present matrix, row-major; inside every bound. */
  readonly centre: Float64Array;
  /** Least and largest value of each entry, row-major and symmetric. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Frobenius distance from the centre at most; Infinity for none. */
  readonly distance: number;
}

/**
 * Bounds of so much either way for every pair, within -1 and 1.
 *
 * @param centre row-major `n` x `n`, a correlation matrix
 * @param within a figure for all pairs, or for each the ends asked for; a pair's present value is always inside
 */
export function correlationBounds(
  centre: Float64Array,
  n: number,
  within: number | ((i: number, j: number) => { readonly low: number; readonly high: number }),
  distance = Number.POSITIVE_INFINITY,
): CorrelationBounds {
  const low = new Float64Array(n * n).fill(1);
  const high = new Float64Array(n * n).fill(1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const at = i * n + j;
      const now = centre[at]!;
      const ends =
        typeof within === 'number' ? { low: now - within, high: now + within } : within(Math.min(i, j), Math.max(i, j));
      low[at] = Math.min(now, Math.max(-1, ends.low));
      high[at] = Math.max(now, Math.min(1, ends.high));
    }
  }
  return { centre, low, high, distance };
}
