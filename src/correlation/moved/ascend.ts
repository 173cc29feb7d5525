import type { CorrelationBounds } from './correlation-bounds.js';
import { projectOntoBounds } from './project-onto-bounds.js';
import type { Found } from './worst-of-pair.js';

export interface Climb {
  readonly n: number;
  readonly bounds: CorrelationBounds;
  /** The pairs i < j that may move. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly margin: (values: Float64Array) => number;
  /** Whether no more margins may be asked for: the climb ends where it is. */
  readonly isSpent: () => boolean;
}

const MOST_STEPS = 40;
/** By how much a correlation is moved to see what it does to the margin. */
const BUMP = 1e-5;
/** First step, in Frobenius distance: as far as the bounds could be. */
const FIRST_STEP = 1;
/** A step shorter than this ends the climb, and so does a gain below this part of the margin. */
const SHORTEST_STEP = 1e-4;
const LEAST_GAIN = 1e-6;
/** Far below the shortest step, and quick. */
const PRECISION = 1e-6;

/**
 * Projected gradient ascent of a margin over the correlation matrices within bounds: a step along the gradient of unit
 * length, projected back, halved until the margin rises. The gradient is by differences, pair by pair.
 *
 * SOURCE: A. Goldstein, "Convex programming in Hilbert space", Bull. AMS 70 (1964), with backtracking.
 *
 * @returns the last matrix and the margin there, as `margin` has it
 */
export function ascend(start: Float64Array, climb: Climb): Found {
  const { n, bounds, margin } = climb;
  let at: Found = { values: start, margin: margin(start) };
  let length = FIRST_STEP;
  for (let step = 0; step < MOST_STEPS && !climb.isSpent(); step++) {
    const direction = unitGradient(at, climb);
    if (direction === null) break;
    let next = at;
    for (; length >= SHORTEST_STEP; length /= 2) {
      const moved = at.values.map((value, k) => value + length * direction[k]!);
      const values = projectOntoBounds(moved, n, bounds, PRECISION);
      const found = { values, margin: margin(values) };
      if (found.margin > at.margin + LEAST_GAIN * Math.abs(at.margin)) {
        next = found;
        break;
      }
    }
    if (next === at) break;
    at = next;
    length = Math.min(FIRST_STEP, 2 * length);
  }
  return at;
}

/** The gradient as a symmetric matrix of Frobenius norm 1; null where nothing changes. */
function unitGradient({ values, margin: here }: Found, { n, pairs, margin }: Climb): Float64Array | null {
  const gradient = new Float64Array(n * n);
  const bumped = values.slice();
  let square = 0;
  for (const [i, j] of pairs) {
    const rho = values[i * n + j]!;
    const set = (value: number): Float64Array => {
      bumped[i * n + j] = value;
      bumped[j * n + i] = value;
      return bumped;
    };
    // Towards 0, where there always is room.
    const bump = rho > 0 ? -BUMP : BUMP;
    const slope = (margin(set(rho + bump)) - here) / bump;
    set(rho);
    gradient[i * n + j] = slope;
    gradient[j * n + i] = slope;
    square += 2 * slope * slope;
  }
  if (!(square > 0)) return null;
  return gradient.map((slope) => slope / Math.sqrt(square));
}
