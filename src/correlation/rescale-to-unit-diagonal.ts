/**
 * D^-1/2 C D^-1/2 with D the diagonal of C: a covariance as a correlation. Keeps positive semidefiniteness, makes the
 * diagonal exactly 1, the matrix exactly symmetric, and no entry larger than 1 in size.
 *
 * @param values row-major `n` x `n`, symmetric.
 * @throws RangeError when a diagonal entry is not positive.
 */
export function rescaleToUnitDiagonal(values: Float64Array, n: number): Float64Array {
  const scaled = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const variance = values[i * n + i]!;
    if (!(variance > 0)) throw new RangeError(`diagonal entry ${i} is ${variance}, which no rescaling makes 1`);
    scaled[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      const correlation = values[i * n + j]! / Math.sqrt(variance * values[j * n + j]!);
      const bounded = Math.max(-1, Math.min(1, correlation));
      scaled[i * n + j] = bounded;
      scaled[j * n + i] = bounded;
    }
  }
  return scaled;
}
