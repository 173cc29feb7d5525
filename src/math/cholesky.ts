/**
 * The lower triangle L of a symmetric positive definite matrix, A = L L', row-major with zeros above; null where a pivot is
 * not above `least`, so that the matrix is singular or not positive definite.
 *
 * SOURCE: G. Golub and C. Van Loan, "Matrix Computations", 4th edition (2013), algorithm 4.2.1.
 *
 * @param values row-major `n` x `n`; only the lower triangle is looked at.
 * @throws RangeError when the length is not `n * n`.
 */
export function cholesky(values: Float64Array, n: number, least = 0): Float64Array | null {
  if (values.length !== n * n) throw new RangeError(`${values.length} values are not a ${n} x ${n} matrix`);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = values[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= lower[i * n + k]! * lower[j * n + k]!;
      if (j < i) lower[i * n + j] = rest / lower[j * n + j]!;
      else if (rest > least) lower[i * n + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}
