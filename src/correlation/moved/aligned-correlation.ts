import { symmetricEigen } from '../../math/symmetric-eigen.js';

/**
 * Every correlation at one, in size: s s' with s the signs of the first principal axis, so that what moves against the
 * market now moves against it altogether. The signs cannot contradict each other, so the matrix is positive semidefinite.
 *
 * @param values row-major `n` x `n`, a correlation matrix
 */
export function alignedCorrelation(values: Float64Array, n: number): Float64Array {
  const { vectors } = symmetricEigen(values, n);
  const signs = Float64Array.from({ length: n }, (_, i) => (vectors[i * n + n - 1]! < 0 ? -1 : 1));
  return Float64Array.from({ length: n * n }, (_, k) => signs[Math.floor(k / n)]! * signs[k % n]!);
}
