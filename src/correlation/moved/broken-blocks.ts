/**
 * A matrix in which the given underlyings are uncorrelated with all others, and everything else is as it was. Positive
 * semidefinite where the matrix is: it is the mean of R and S R S, S turning the sign of the block.
 *
 * @param values row-major `n` x `n`
 * @param block indices of the underlyings that part from the others
 */
export function brokenBlocks(values: Float64Array, n: number, block: ReadonlySet<number>): Float64Array {
  return values.map((value, k) => (block.has(Math.floor(k / n)) === block.has(k % n) ? value : 0));
}
