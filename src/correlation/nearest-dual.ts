import type { EntryPair } from './entry-pair.js';
import { HALF_OF_PAIR, newtonDirection } from './newton-direction.js';
import { type PositivePart, positivePart } from './positive-part.js';

/** The nearest positive semidefinite matrix of a given diagonal and, if any, given entries. */
export interface NearestProblem {
  /** Row-major `n` x `n`, symmetric: what to be near to. */
  readonly given: Float64Array;
  readonly n: number;
  /** The diagonal that the answer has to have, positive. */
  readonly diagonal: Float64Array;
  /** Entries that the answer has in common with `given`. */
  readonly pairs: readonly EntryPair[];
}

export interface DualSolution {
  /** Row-major, positive semidefinite; its diagonal and held entries are off by `error`. */
  readonly values: Float64Array;
  readonly error: number;
  readonly iterations: number;
}

const MOST_ITERATIONS = 200;
const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 40;

/**
 * Minimises the convex dual theta(y) = |(G + A*y)+|^2 / 2 - b'y of the nearest-matrix problem by the semismooth Newton
 * method with a line search. A* puts the first `n` multipliers on the diagonal and the others into the held entries, and b
 * is what the answer has there. Where no matrix of that diagonal and those entries is positive definite the dual may have no
 * minimum; `error` then stays large, and the caller has to look at it.
 *
 * Source: H. Qi and D. Sun, "A quadratically convergent Newton method for computing the nearest correlation matrix",
 * SIAM J. Matrix Anal. Appl. 28 (2006).
 */
export function solveNearestDual(problem: NearestProblem): DualSolution {
  const { given, n, diagonal, pairs } = problem;
  const size = given.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  const target = new Float64Array(n + pairs.length);
  target.set(diagonal);
  pairs.forEach(({ i, j }, at) => {
    target[n + at] = 2 * HALF_OF_PAIR * given[i * n + j]!;
  });
  let dual = target.map((b, i) => (i < n ? b - given[i * n + i]! : 0));
  let point = dualPoint(problem, dual, target);
  let iterations = 0;
  while (norm(point.gradient) > 1e-14 * n * size && iterations < MOST_ITERATIONS) {
    const direction = newtonDirection(point.part, n, point.gradient, pairs);
    const step = lineSearch(problem, target, dual, point, direction);
    if (step === null) break;
    ({ dual, point } = step);
    iterations++;
  }
  return { values: point.part.values, error: norm(point.gradient) / (n * size), iterations };
}

/** The dual at one y: (G + A*y)+, theta and its gradient A((G + A*y)+) - b. */
interface DualPoint {
  readonly part: PositivePart;
  readonly theta: number;
  readonly gradient: Float64Array;
}

function dualPoint({ given, n, pairs }: NearestProblem, dual: Float64Array, target: Float64Array): DualPoint {
  const shifted = given.slice();
  for (let i = 0; i < n; i++) shifted[i * n + i]! += dual[i]!;
  pairs.forEach(({ i, j }, at) => {
    shifted[i * n + j]! += HALF_OF_PAIR * dual[n + at]!;
    shifted[j * n + i]! += HALF_OF_PAIR * dual[n + at]!;
  });
  const part = positivePart(shifted, n);
  let theta = 0;
  for (const eigenvalue of part.eigenvalues) theta += Math.max(0, eigenvalue) ** 2 / 2;
  for (let i = 0; i < target.length; i++) theta -= target[i]! * dual[i]!;
  const gradient = target.map((b, at) => {
    const pair = pairs[at - n];
    const entry = pair === undefined ? part.values[at * n + at]! : 2 * HALF_OF_PAIR * part.values[pair.i * n + pair.j]!;
    return entry - b;
  });
  return { part, theta, gradient };
}

/** Halves the step until theta falls enough or, where theta no longer shows it for rounding, the gradient halves. */
function lineSearch(
  problem: NearestProblem,
  target: Float64Array,
  dual: Float64Array,
  from: DualPoint,
  direction: Float64Array,
): { dual: Float64Array<ArrayBuffer>; point: DualPoint } | null {
  let slope = 0;
  for (let i = 0; i < direction.length; i++) slope += from.gradient[i]! * direction[i]!;
  const error = norm(from.gradient);
  let length = 1;
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings++) {
    const next = Float64Array.from(dual, (y, i) => y + length * direction[i]!);
    const point = dualPoint(problem, next, target);
    const falls = point.theta <= from.theta + SUFFICIENT_DECREASE * length * slope;
    if ((falls && point.theta < from.theta) || norm(point.gradient) <= error / 2) return { dual: next, point };
    length /= 2;
  }
  return null;
}

function norm(vector: Float64Array): number {
  return Math.hypot(...vector);
}
