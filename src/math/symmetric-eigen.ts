import { createRequire } from 'node:module';

/** Loaded when first needed: a book on one underlying never is, and the package is half of a small run's start. */
let loaded: typeof import('ml-matrix') | undefined;

function mlMatrix(): typeof import('ml-matrix') {
  loaded ??= createRequire(import.meta.url)('ml-matrix') as typeof import('ml-matrix');
  return loaded;
}

/** Eigenvalues and orthonormal eigenvectors of a symmetric matrix. */
export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Row-major `n` x `n`: column k is the unit eigenvector of `values[k]`. Its sign is arbitrary. */
  readonly vectors: Float64Array;
}

/**
 * Decomposes the symmetric matrix `values` (row-major `n` x `n`) as V diag(lambda) V'. Of an asymmetric matrix the
 * symmetric part is taken. The errors of the eigenvalues are a few ulps of the largest one in size, so a zero eigenvalue
 * comes out as rounding of either sign.
 *
 * This file alone loads ml-matrix.
 *
 * @throws RangeError when the length is not `n * n` or an entry is not finite.
 *
 * SOURCE: Householder reduction and implicit QL (EISPACK tred2 and tql2), as implemented in ml-matrix.
 */
export function symmetricEigen(values: Float64Array, n: number): SymmetricEigen {
  if (values.length !== n * n) throw new RangeError(`${values.length} values are not a ${n} x ${n} matrix`);
  if (n === 0) return { values: new Float64Array(0), vectors: new Float64Array(0) };
  const { EigenvalueDecomposition, Matrix } = mlMatrix();
  const matrix = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const entry = 0.5 * (values[i * n + j]! + values[j * n + i]!);
      if (!Number.isFinite(entry)) throw new RangeError(`entry (${i}, ${j}) is not finite`);
      matrix.set(i, j, entry);
    }
  }
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) vectors[i * n + k] = decomposition.eigenvectorMatrix.get(i, k);
  }
  return { values: Float64Array.from(decomposition.realEigenvalues), vectors };
}
