import { solveNearestDual } from './nearest-dual.js';
import { rescaleToUnitDiagonal } from './rescale-to-unit-diagonal.js';
import { weightedSymmetricPart } from './weighted-symmetric-part.js';

export interface NearestCorrelation {
  /** Row-major, unit diagonal, positive semidefinite to rounding. */
  readonly values: Float64Array;
  readonly iterations: number;
}

/**
 * The correlation matrix nearest to a given one: minimises |W^1/2 (A - X) W^1/2| in the Frobenius norm over the
 * positive semidefinite X of unit diagonal. The answer is unique.
 *
 * Problem: N. Higham, "Computing the nearest correlation matrix", IMA J. Numerical Analysis 22 (2002). Method: the
 * semismooth Newton method on the dual, H. Qi and D. Sun, "A quadratically convergent Newton method for computing the
 * nearest correlation matrix", SIAM J. Matrix Anal. Appl. 28 (2006): the minimiser is the positive part of G + Diag(y),
 * where y minimises the convex theta(y) = |(G + Diag(y))+|^2 / 2 - b'y. Weighted, G = W^1/2 A W^1/2 and b = diag W.
 *
 * @param values row-major `n` x `n`, of any symmetric part (entries above 1 included); the antisymmetric part does
 * not matter.
 * @param weights positive, one an underlying: pairs of heavy underlyings are kept closer. Default: all 1.
 * @throws RangeError when the shape, an entry or a weight is unusable.
 */
export function nearestCorrelation(values: Float64Array, n: number, weights?: ArrayLike<number>): NearestCorrelation {
  const { given, diagonal } = weightedSymmetricPart(values, n, weights);
  const solution = solveNearestDual({ given, n, diagonal, pairs: [] });
  if (!(solution.error <= 1e-9)) {
    throw new RangeError(`no nearest correlation matrix found: the diagonal is still off by ${solution.error}`);
  }
  return { values: rescaleToUnitDiagonal(solution.values, n), iterations: solution.iterations };
}
