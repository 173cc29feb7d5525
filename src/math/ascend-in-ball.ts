/** A differentiable function of n numbers: its value, and its gradient written into `gradient`. */
export type ValueAndGradient = (y: Float64Array, gradient: Float64Array) => number;

/** Where an ascent ended. */
export interface BallMaximum {
  readonly y: Float64Array;
  readonly value: number;
}

/** Steps at most; each takes the better of a jump to the sphere and a projected gradient step. */
const MOST_STEPS = 80;
/** Halvings of a gradient step before it is given up. */
const MOST_HALVINGS = 25;
/** A step that gains less than this, relative to the value, is the last. */
const SETTLED = 1e-13;

/**
 * A local maximum of a function on the ball |y| <= 1, from a point of it: of a linear function the maximum itself, after one
 * step. A step first tries the point of the sphere that the gradient names (exact where the function is linear, and never
 * downwards where it is convex), then the projected gradient with halved steps (what finds a maximum inside).
 *
 * SOURCE: M. Frank & P. Wolfe, "An algorithm for quadratic programming", Naval Research Logistics Quarterly 3 (1956), for the
 * jump; D. Bertsekas, "Nonlinear Programming" (1999), section 2.3, for the projected gradient with halving.
 */
export function ascendInBall(f: ValueAndGradient, start: Float64Array): BallMaximum {
  const n = start.length;
  let y: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(n);
  let value = f(y, gradient);
  let step = 0;
  for (let k = 0; k < MOST_STEPS; k++) {
    const slope = lengthOf(gradient);
    if (!(slope > 0)) break;
    if (step === 0) step = 1 / slope;
    const jump = tried(f, gradient, 1 / slope);
    const before = value;
    if (jump.value > value) ({ y, gradient, value } = jump);
    else {
      const next = halved(f, { y, gradient, value }, step);
      if (next === null) break;
      ({ y, gradient, value, step } = next);
      step *= 3;
    }
    if (value - before <= SETTLED * Math.max(Math.abs(value), Number.MIN_VALUE)) break;
  }
  return { y, value };
}

interface Tried {
  readonly y: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/** The function at `factor` times a vector, which lies in the ball. */
function tried(f: ValueAndGradient, vector: Float64Array, factor: number): Tried {
  const y = vector.map((entry) => entry * factor);
  const gradient = new Float64Array(y.length);
  return { value: f(y, gradient), y, gradient };
}

/** The first of ever shorter gradient steps that gains enough; null where none does. */
function halved(f: ValueAndGradient, from: Tried, first: number): (Tried & { readonly step: number }) | null {
  let step = first;
  for (let k = 0; k < MOST_HALVINGS; k++, step /= 2) {
    const ahead = from.y.map((entry, i) => entry + step * from.gradient[i]!);
    const next = tried(f, ahead, 1 / Math.max(1, lengthOf(ahead)));
    let promised = 0;
    for (let i = 0; i < ahead.length; i++) promised += from.gradient[i]! * (next.y[i]! - from.y[i]!);
    if (next.value > from.value && next.value >= from.value + 1e-4 * promised) return { ...next, step };
  }
  return null;
}

function lengthOf(vector: Float64Array): number {
  let square = 0;
  for (const entry of vector) square += entry * entry;
  return Math.sqrt(square);
}
