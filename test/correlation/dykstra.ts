import { positivePart } from '../../src/correlation/positive-part.js';

/**
 * The nearest correlation matrix by Higham's (2002) alternating projections with Dykstra's correction: slow, and
 * nothing in common with the Newton method but the projection on the positive semidefinite cone.
 */
export function nearestByDykstra(given: Float64Array, n: number, rounds: number): Float64Array {
  let current = given.slice();
  let correction = new Float64Array(n * n);
  for (let round = 0; round < rounds; round++) {
    const shifted = current.map((value, k) => value - correction[k]!);
    const projected = positivePart(shifted, n).values;
    correction = projected.map((value, k) => value - shifted[k]!);
    current = projected.slice();
    for (let i = 0; i < n; i++) current[i * n + i] = 1;
  }
  return current;
}

/** Symmetric, unit diagonal, off-diagonal entries filled row by row. */
export function symmetricFrom(upper: readonly number[], n: number): Float64Array {
  const values = new Float64Array(n * n);
  let next = 0;
  for (let i = 0; i < n; i++) {
    values[i * n + i] = 1;
    for (let j = i + 1; j < n; j++) {
      const entry = upper[next++] ?? 0;
      values[i * n + j] = entry;
      values[j * n + i] = entry;
    }
  }
  return values;
}

/** The largest |a - b| over all entries. */
export function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, k) => Math.max(largest, Math.abs(value - b[k]!)), 0);
}
