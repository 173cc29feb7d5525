import type { PositivePart } from './positive-part.js';

/**
 * The Newton direction d of V d = -gradient, V being the generalised Hessian of the nearest-correlation dual:
 * V h = diag( P (Omega o (P' Diag(h) P)) P' ), with Omega_kl = 1 for two positive eigenvalues, 0 for two others, and
 * l_k / (l_k - l_l) for a positive l_k and another l_l.
 *
 * By conjugate gradients with the diagonal of V for preconditioner, matrix-free: each product is 2 n^3 flops.
 * Source: Qi and Sun (2006), section 5.
 */
export function newtonDirection(part: PositivePart, n: number, gradient: Float64Array): Float64Array {
  const omega = dividedDifferences(part.eigenvalues, n);
  const residual = gradient.map((value) => -value);
  const size = Math.hypot(...residual);
  // V is only semidefinite far from the solution; a larger ridge would stall matrices that are broken a thousandfold.
  const ridge = 1e-10 * Math.min(1, size);
  const preconditioner = hessianDiagonal(part.eigenvectors, omega, n).map((value) => value + ridge);
  const enough = size * Math.min(1e-2, size);
  const direction = new Float64Array(n);
  let conditioned = residual.map((value, i) => value / preconditioner[i]!);
  let search = conditioned.slice();
  let product = dot(residual, conditioned);
  for (let round = 0; round < 10 * n && Math.hypot(...residual) > enough; round++) {
    const image = hessianTimes(part.eigenvectors, omega, n, search);
    for (let i = 0; i < n; i++) image[i]! += ridge * search[i]!;
    const curvature = dot(search, image);
    if (!(curvature > 0)) break;
    const length = product / curvature;
    for (let i = 0; i < n; i++) {
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

function hessianDiagonal(vectors: Float64Array, omega: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      let row = 0;
      for (let l = 0; l < n; l++) row += omega[k * n + l]! * vectors[i * n + l]! ** 2;
      sum += row * vectors[i * n + k]! ** 2;
    }
    diagonal[i] = sum;
  }
  return diagonal;
}

function hessianTimes(vectors: Float64Array, omega: Float64Array, n: number, h: Float64Array): Float64Array {
  const inner = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const loading = h[i]! * vectors[i * n + k]!;
      for (let l = 0; l < n; l++) inner[k * n + l]! += loading * vectors[i * n + l]!;
    }
  }
  for (let k = 0; k < n * n; k++) inner[k]! *= omega[k]!;
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      let row = 0;
      for (let l = 0; l < n; l++) row += inner[k * n + l]! * vectors[i * n + l]!;
      sum += row * vectors[i * n + k]!;
    }
    result[i] = sum;
  }
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
