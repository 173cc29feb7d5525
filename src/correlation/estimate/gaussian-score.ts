import { cholesky } from '../../math/cholesky.js';

/** Pivots up to this are taken for zero: the matrix is singular. */
const LEAST_PIVOT = 1e-10;

/**
 * By how much a correlation matrix makes some dates more likely than no correlation does, moves being normal: the sum over
 * the dates of -(ln det R + z' R^-1 z - z' z) / 2.
 *
 * @param values row-major `n` x `n`.
 * @param moves row-major, a date a row, in standard deviations.
 * @returns null where the matrix is singular or not positive definite.
 */
export function gaussianScore(values: Float64Array, n: number, moves: Float64Array): number | null {
  const lower = cholesky(values, n, LEAST_PIVOT);
  if (lower === null) return null;
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) logDeterminant += 2 * Math.log(lower[i * n + i]!);
  const solved = new Float64Array(n);
  let score = 0;
  for (let row = 0; row < moves.length; row += n) {
    let difference = 0;
    for (let i = 0; i < n; i++) {
      const move = moves[row + i]!;
      let rest = move;
      for (let k = 0; k < i; k++) rest -= lower[i * n + k]! * solved[k]!;
      solved[i] = rest / lower[i * n + i]!;
      difference += solved[i]! ** 2 - move * move;
    }
    score -= (logDeterminant + difference) / 2;
  }
  return score;
}
