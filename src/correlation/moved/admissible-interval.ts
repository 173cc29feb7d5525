import { symmetricEigen } from '../../math/symmetric-eigen.js';

/** The values one correlation may take while every other stays: the matrix is positive semidefinite exactly inside. */
export interface AdmissibleInterval {
  readonly low: number;
  readonly high: number;
}

/** Eigenvalues at or below this are directions in which nothing moves. */
const FLAT = 1e-10;

/**
 * Between which values the correlation of underlyings i and j may lie with all others as they are.
 *
 * With C the matrix of the others, a and b their correlations with i and j, the matrix is positive semidefinite exactly
 * where |rho - a'C+b| <= sqrt((1 - a'C+a)(1 - b'C+b)). SOURCE: the Schur complement (R. Horn & C. Johnson, "Matrix Analysis",
 * 2nd edition 2013, theorem 7.7.9), C+ being the pseudoinverse.
 *
 * @param values row-major `n` x `n`, a correlation matrix
 * @returns a single point where an underlying is a combination of the others
 * @throws RangeError when i and j are not two underlyings of the matrix
 */
export function admissibleInterval(values: Float64Array, n: number, i: number, j: number): AdmissibleInterval {
  if (!(i >= 0 && j >= 0 && i < n && j < n && i !== j)) throw new RangeError(`${i}, ${j} is no pair of ${n}`);
  const others = [...Array(n).keys()].filter((k) => k !== i && k !== j);
  const m = others.length;
  const inner = Float64Array.from(
    { length: m * m },
    (_, k) => values[others[Math.floor(k / m)]! * n + others[k % m]!]!,
  );
  const { values: eigenvalues, vectors } = symmetricEigen(inner, m);
  let [explained, ofI, ofJ] = [0, 0, 0];
  for (let k = 0; k < m; k++) {
    if (eigenvalues[k]! <= FLAT) continue;
    let [a, b] = [0, 0];
    for (let r = 0; r < m; r++) {
      a += vectors[r * m + k]! * values[others[r]! * n + i]!;
      b += vectors[r * m + k]! * values[others[r]! * n + j]!;
    }
    explained += (a * b) / eigenvalues[k]!;
    ofI += (a * a) / eigenvalues[k]!;
    ofJ += (b * b) / eigenvalues[k]!;
  }
  const reach = Math.sqrt(Math.max(0, 1 - ofI) * Math.max(0, 1 - ofJ));
  return { low: Math.max(-1, explained - reach), high: Math.min(1, explained + reach) };
}
