import { symmetricEigen } from '../../math/symmetric-eigen.js';
import { CORRELATION_TOLERANCE } from '../check-correlation.js';
import { nearestCorrelation } from '../nearest-correlation.js';

/** A matrix of which one correlation was moved. */
export interface MovedPair {
  readonly values: Float64Array;
  /** What the correlation is in the end: as asked, or what the repair left of it. */
  readonly correlation: number;
  /** Whether the others had to move too, for the matrix to be a correlation matrix. */
  readonly repaired: boolean;
}

/**
 * A matrix with the correlation of i and j moved to `to` (held within -1 and 1), and repaired to the nearest correlation
 * matrix where the others do not allow it: then the pair moves less and others move with it.
 *
 * @param values row-major `n` x `n`, a correlation matrix
 */
export function movedPair(values: Float64Array, n: number, [i, j]: readonly [number, number], to: number): MovedPair {
  const moved = values.slice();
  const correlation = Math.max(-1, Math.min(1, to));
  moved[i * n + j] = correlation;
  moved[j * n + i] = correlation;
  if (symmetricEigen(moved, n).values[0]! >= -CORRELATION_TOLERANCE) {
    return { values: moved, correlation, repaired: false };
  }
  const nearest = nearestCorrelation(moved, n).values;
  return { values: nearest, correlation: nearest[i * n + j]!, repaired: true };
}
