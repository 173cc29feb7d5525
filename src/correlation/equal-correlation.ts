/**
 * The correlation matrix in which every pair has one value: the mean of the given off-diagonal entries, held where such a
 * matrix is positive semidefinite, at least -1 / (n - 1) and at most 1 (its eigenvalues are 1 + (n - 1) rho and 1 - rho).
 *
 * Source: O. Ledoit and M. Wolf, "Honey, I shrunk the sample covariance matrix", Journal of Portfolio Management 30
 * (2004), the constant-correlation target.
 *
 * @param values row-major `n` x `n`, symmetric.
 */
export function equalCorrelation(values: Float64Array, n: number): Float64Array {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) sum += values[i * n + j]!;
  }
  const mean = n < 2 ? 0 : sum / (n * (n - 1));
  const common = Math.min(1, Math.max(n < 2 ? 0 : -1 / (n - 1), mean));
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : common));
}
