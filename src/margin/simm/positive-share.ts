import { symmetricEigen } from '../../math/symmetric-eigen.js';

/** Below this an eigenvalue is rounding. */
const ROUNDING = 1e-10;

/**
 * The correlation matrix R itself where it is positive semidefinite, else the nearest of (1 - b) R + b I that is: published
 * correlations of few currencies may not fit together.
 */
export function shrunkCorrelation(matrix: Float64Array, n: number): Float64Array {
  const least = symmetricEigen(matrix, n).values[0] ?? 1;
  if (least >= ROUNDING) return matrix;
  const share = (ROUNDING - least) / (1 - least);
  return matrix.map((value, place) => (1 - share) * value + (place % (n + 1) === 0 ? share : 0));
}

/** 1 / (1' R^-1 1): the least of v' R v over all v that add up to 1. R is positive definite. */
export function leastOfSumOne(matrix: Float64Array, n: number): number {
  const { values, vectors } = symmetricEigen(matrix, n);
  let total = 0;
  for (const [k, value] of values.entries()) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += vectors[i * n + k]!;
    total += (sum * sum) / Math.max(value, ROUNDING);
  }
  return 1 / total;
}

/** The largest share a <= 1 at which diag(d) + a O is positive semidefinite; O is symmetric with nothing on its diagonal. */
export function positiveShare(diagonal: Float64Array, off: Float64Array): number {
  const n = diagonal.length;
  const scaled = off.map((value, place) => value / Math.sqrt(diagonal[Math.floor(place / n)]! * diagonal[place % n]!));
  const least = symmetricEigen(scaled, n).values[0] ?? 0;
  return least >= -1 ? 1 : (1 - ROUNDING) / -least;
}
