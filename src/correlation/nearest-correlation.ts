import { newtonDirection } from './newton-direction.js';
import { type PositivePart, positivePart } from './positive-part.js';
import { rescaleToUnitDiagonal } from './rescale-to-unit-diagonal.js';

export interface NearestCorrelation {
  /** Row-major, unit diagonal, positive semidefinite to rounding. */
  readonly values: Float64Array;
  readonly iterations: number;
}

const MOST_ITERATIONS = 200;
const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 40;

/**
 * The correlation matrix nearest to a given one: minimises |W^1/2 (A - X) W^1/2| in the Frobenius norm over the
 * positive semidefinite X of unit diagonal. The answer is unique.
 *
 * Problem: N. Higham, "Computing the nearest correlation matrix", IMA J. Numerical Analysis 22 (2002). Method: the
 * semismooth Newton method on the dual, H. Qi and D. Sun, "A quadratically convergent Newton method for computing the
 * nearest correlation matrix", SIAM J. Matrix Anal. Appl. 28 (2006): the minimiser is the positive part of G + Diag(y),
 * where y minimises the convex theta(y) = |(G + Diag(y))+|^2 / 2 - b'y. Weighted, G = W^1/2 A W^1/2 and b = diag W.
 *
 * @param values row-major `n` x `n`, of any symmetric part (entries above 1 included); the antisymmetric part does
 * not matter.
 * @param weights positive, one an underlying: pairs of heavy underlyings are kept closer. Default: all 1.
 * @throws RangeError when the shape, an entry or a weight is unusable.
 */
export function nearestCorrelation(values: Float64Array, n: number, weights?: ArrayLike<number>): NearestCorrelation {
  const target = Float64Array.from({ length: n }, (_, i) => weights?.[i] ?? 1);
  const given = weightedSymmetricPart(values, n, target);
  const size = given.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  const tolerance = 1e-14 * n * size;
  let dual = Float64Array.from(target, (b, i) => b - given[i * n + i]!);
  let point = dualPoint(given, n, dual, target);
  let iterations = 0;
  while (norm(point.gradient) > tolerance && iterations < MOST_ITERATIONS) {
    const direction = newtonDirection(point.part, n, point.gradient);
    const step = lineSearch(given, n, target, dual, point, direction);
    if (step === null) break;
    ({ dual, point } = step);
    iterations++;
  }
  if (!(norm(point.gradient) <= 1e-9 * n * size)) {
    throw new RangeError(`no nearest correlation matrix found: the diagonal is still off by ${norm(point.gradient)}`);
  }
  return { values: rescaleToUnitDiagonal(point.part.values, n), iterations };
}

/** The dual at one y: (G + Diag(y))+, theta and its gradient diag((G + Diag(y))+) - b. */
interface DualPoint {
  readonly part: PositivePart;
  readonly theta: number;
  readonly gradient: Float64Array;
}

function dualPoint(given: Float64Array, n: number, dual: Float64Array, target: Float64Array): DualPoint {
  const shifted = given.slice();
  for (let i = 0; i < n; i++) shifted[i * n + i]! += dual[i]!;
  const part = positivePart(shifted, n);
  let theta = 0;
  for (const eigenvalue of part.eigenvalues) theta += Math.max(0, eigenvalue) ** 2 / 2;
  for (let i = 0; i < n; i++) theta -= target[i]! * dual[i]!;
  return { part, theta, gradient: Float64Array.from(target, (b, i) => part.values[i * n + i]! - b) };
}

/** Halves the step until theta falls enough or, where theta no longer shows it for rounding, the gradient halves. */
function lineSearch(
  given: Float64Array,
  n: number,
  target: Float64Array,
  dual: Float64Array,
  from: DualPoint,
  direction: Float64Array,
): { dual: Float64Array<ArrayBuffer>; point: DualPoint } | null {
  let slope = 0;
  for (let i = 0; i < n; i++) slope += from.gradient[i]! * direction[i]!;
  const error = norm(from.gradient);
  let length = 1;
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings++) {
    const next = Float64Array.from(dual, (y, i) => y + length * direction[i]!);
    const point = dualPoint(given, n, next, target);
    const falls = point.theta <= from.theta + SUFFICIENT_DECREASE * length * slope;
    if ((falls && point.theta < from.theta) || norm(point.gradient) <= error / 2) return { dual: next, point };
    length /= 2;
  }
  return null;
}

function weightedSymmetricPart(values: Float64Array, n: number, weights: Float64Array): Float64Array {
  if (values.length !== n * n || n < 1) throw new RangeError(`${values.length} values are not a ${n} x ${n} matrix`);
  const given = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const weight = weights[i]!;
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`weight ${i} is ${weight}, not positive`);
    for (let j = 0; j < n; j++) {
      const entry = (values[i * n + j]! + values[j * n + i]!) / 2;
      if (!Number.isFinite(entry)) throw new RangeError(`entry ${i}, ${j} is ${entry}`);
      given[i * n + j] = Math.sqrt(weight * weights[j]!) * entry;
    }
  }
  return given;
}

function norm(vector: Float64Array): number {
  return Math.hypot(...vector);
}
