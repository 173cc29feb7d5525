import type { EntryPair } from './entry-pair.js';
import type { PositivePart } from './positive-part.js';

/** The part that a pair's multiplier has in each of its two mirrored entries, so that its matrix is of norm 1. */
export const HALF_OF_PAIR = Math.SQRT1_2;

/**
 * The Newton direction d of V d = -gradient, V being the generalised Hessian of the nearest-correlation dual:
 * V h = diag( P (Omega o (P' Diag(h) P)) P' ), with Omega_kl = 1 for two positive eigenvalues, 0 for two others, and
 * l_k / (l_k - l_l) for a positive l_k and another l_l. With entries held beside the diagonal, h and the gradient go
 * on behind the diagonal's `n` figures with one for each pair, which stands in both of its entries with `HALF_OF_PAIR`.
 *
 * By conjugate gradients with the diagonal of V for preconditioner, matrix-free: each product is 2 n^3 flops.
 * Source: Qi and Sun (2006), section 5; held entries as in R. Borsdorf and N. Higham, "A preconditioned Newton
 * algorithm for the nearest correlation matrix", IMA J. Numerical Analysis 30 (2010), applied to more constraints.
 */
export function newtonDirection(
  part: PositivePart,
  n: number,
  gradient: Float64Array,
  pairs: readonly EntryPair[] = [],
): Float64Array {
  const omega = dividedDifferences(part.eigenvalues, n);
  const residual = gradient.map((value) => -value);
  const size = Math.hypot(...residual);
  // V is only semidefinite far from the solution; a larger ridge would stall matrices that are broken a thousandfold.
  const ridge = 1e-10 * Math.min(1, size);
  const preconditioner = hessianDiagonal(part.eigenvectors, omega, n, pairs).map((value) => value + ridge);
  const enough = size * Math.min(1e-2, size);
  const direction = new Float64Array(gradient.length);
  let conditioned = residual.map((value, i) => value / preconditioner[i]!);
  let search = conditioned.slice();
  let product = dot(residual, conditioned);
  for (let round = 0; round < 10 * gradient.length && Math.hypot(...residual) > enough; round++) {
    const image = hessianTimes(part.eigenvectors, omega, n, search, pairs);
    for (let i = 0; i < image.length; i++) image[i]! += ridge * search[i]!;
    const curvature = dot(search, image);
    if (!(curvature > 0)) break;
    const length = product / curvature;
    for (let i = 0; i < image.length; i++) {
      direction[i]! += length * search[i]!;
      residual[i]! -= length * image[i]!;
    }
    conditioned = residual.map((value, i) => value / preconditioner[i]!);
    const next = dot(residual, conditioned);
    const previous = search;
    search = conditioned.map((value, i) => value + (next / product) * previous[i]!);
    product = next;
  }
  return direction;
}

function dividedDifferences(eigenvalues: Float64Array, n: number): Float64Array {
  const omega = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let l = 0; l < n; l++) {
      const a = Math.max(eigenvalues[k]!, eigenvalues[l]!);
      const b = Math.min(eigenvalues[k]!, eigenvalues[l]!);
      omega[k * n + l] = a <= 0 ? 0 : b > 0 ? 1 : a / (a - b);
    }
  }
  return omega;
}

function hessianDiagonal(
  vectors: Float64Array,
  omega: Float64Array,
  n: number,
  pairs: readonly EntryPair[],
): Float64Array {
  const diagonal = new Float64Array(n + pairs.length);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      let row = 0;
      for (let l = 0; l < n; l++) row += omega[k * n + l]! * vectors[i * n + l]! ** 2;
      sum += row * vectors[i * n + k]! ** 2;
    }
    diagonal[i] = sum;
  }
  pairs.forEach(({ i, j }, at) => {
    for (let k = 0; k < n; k++) {
      for (let l = 0; l < n; l++) {
        const entry = vectors[i * n + k]! * vectors[j * n + l]! + vectors[j * n + k]! * vectors[i * n + l]!;
        diagonal[n + at]! += omega[k * n + l]! * (HALF_OF_PAIR * entry) ** 2;
      }
    }
  });
  return diagonal;
}

function hessianTimes(
  vectors: Float64Array,
  omega: Float64Array,
  n: number,
  h: Float64Array,
  pairs: readonly EntryPair[],
): Float64Array {
  const inner = new Float64Array(n * n);
  const addOuter = (i: number, j: number, weight: number): void => {
    for (let k = 0; k < n; k++) {
      const loading = weight * vectors[i * n + k]!;
      for (let l = 0; l < n; l++) inner[k * n + l]! += loading * vectors[j * n + l]!;
    }
  };
  for (let i = 0; i < n; i++) addOuter(i, i, h[i]!);
  pairs.forEach(({ i, j }, at) => {
    addOuter(i, j, HALF_OF_PAIR * h[n + at]!);
    addOuter(j, i, HALF_OF_PAIR * h[n + at]!);
  });
  for (let k = 0; k < n * n; k++) inner[k]! *= omega[k]!;
  const result = new Float64Array(h.length);
  for (let i = 0; i < n; i++) result[i] = between(vectors, inner, n, i, i);
  pairs.forEach(({ i, j }, at) => {
    result[n + at] = 2 * HALF_OF_PAIR * between(vectors, inner, n, i, j);
  });
  return result;
}

/** Row `i` of the vectors, times the symmetric inner matrix, times row `j`. */
function between(vectors: Float64Array, inner: Float64Array, n: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    let row = 0;
    for (let l = 0; l < n; l++) row += inner[k * n + l]! * vectors[j * n + l]!;
    sum += row * vectors[i * n + k]!;
  }
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
