import { symmetricEigen } from '../../math/symmetric-eigen.js';

/** Eigenvalues at or below this part of the largest are directions in which nothing moves. */
const FLAT = 1e-12;

/** A correlation matrix as R = L L', so that z = L y runs over its ellipsoid as y runs over the unit ball. */
export interface EllipsoidFactor {
  readonly underlyings: number;
  /** Columns of L: as many as R has axes that move. */
  readonly axes: number;
  /** Row-major, underlyings x axes. */
  readonly values: Float64Array;
  /** L with each column over its squared length: z to y, row-major as L. */
  readonly inverse: Float64Array;
}

/**
 * The factor of a correlation matrix by its eigenpairs, L = V sqrt(Lambda); singular matrices keep the axes that move.
 *
 * @param correlation n x n, row-major, positive semidefinite
 */
export function ellipsoidFactor(correlation: Float64Array, n: number): EllipsoidFactor {
  const { values, vectors } = symmetricEigen(correlation, n);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const kept = [...values.keys()].filter((k) => values[k]! > FLAT * largest);
  const factor = new Float64Array(n * kept.length);
  const inverse = new Float64Array(n * kept.length);
  kept.forEach((k, a) => {
    const root = Math.sqrt(values[k]!);
    for (let i = 0; i < n; i++) {
      factor[i * kept.length + a] = root * vectors[i * n + k]!;
      inverse[i * kept.length + a] = vectors[i * n + k]! / root;
    }
  });
  return { underlyings: n, axes: kept.length, values: factor, inverse };
}

/** L y, into `z`. */
export function moveOf({ underlyings, axes, values }: EllipsoidFactor, y: Float64Array, z: Float64Array): void {
  for (let i = 0; i < underlyings; i++) {
    let sum = 0;
    for (let a = 0; a < axes; a++) sum += values[i * axes + a]! * y[a]!;
    z[i] = sum;
  }
}

/** L' g, into `out`: a gradient over moves as one over the ball. */
export function pulledBack({ underlyings, axes, values }: EllipsoidFactor, g: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < underlyings; i++) {
    for (let a = 0; a < axes; a++) out[a]! += values[i * axes + a]! * g[i]!;
  }
}

/** The point of the ball that a move comes from: its length squared is z' R^-1 z. */
export function ballPoint({ underlyings, axes, inverse }: EllipsoidFactor, z: Float64Array): Float64Array {
  const y = new Float64Array(axes);
  for (let i = 0; i < underlyings; i++) {
    for (let a = 0; a < axes; a++) y[a]! += inverse[i * axes + a]! * z[i]!;
  }
  return y;
}
