import { symmetricEigen } from '../math/symmetric-eigen.js';

/** A symmetric matrix's nearest positive semidefinite one, with the eigenpairs it was made from. */
export interface PositivePart {
  /** Row-major `n` x `n`. */
  readonly values: Float64Array;
  /** Of the given matrix, negative ones included. */
  readonly eigenvalues: Float64Array;
  /** Row-major: column k belongs to eigenvalue k. */
  readonly eigenvectors: Float64Array;
}

/** P max(L, 0) P' of the symmetric P L P' (row-major `n` x `n`): its projection on the positive semidefinite cone. */
export function positivePart(symmetric: Float64Array, n: number): PositivePart {
  const { values: eigenvalues, vectors: eigenvectors } = symmetricEigen(symmetric, n);
  const values = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const eigenvalue = eigenvalues[k]!;
    if (eigenvalue <= 0) continue;
    for (let i = 0; i < n; i++) {
      const loading = eigenvalue * eigenvectors[i * n + k]!;
      for (let j = 0; j < n; j++) values[i * n + j]! += loading * eigenvectors[j * n + k]!;
    }
  }
  return { values, eigenvalues, eigenvectors };
}
