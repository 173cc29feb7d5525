/** Where to look for the root, and when to stop. */
export interface BrentOptions {
  /** Two abscissae at which the function differs in sign; in either order. */
  readonly from: number;
  readonly to: number;
  /** Width of the final bracket, besides a few ulps of the root; by default next to nothing. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

export type BrentOutcome =
  | { readonly status: 'ok'; readonly root: number; readonly iterations: number }
  | { readonly status: 'failed'; readonly reason: 'notBracketed' | 'notFinite' | 'tooManyIterations' };

/**
 * A root of a continuous function between two points at which it differs in sign: inverse quadratic interpolation or
 * secant steps where they do well, bisection where they do not. Never slower than bisection by more than a factor.
 *
 * SOURCE: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 4.
 */
export function brent(f: (x: number) => number, options: BrentOptions): BrentOutcome {
  // Not zero: at a root of exactly zero, ulps of the root would never close the bracket.
  const { tolerance = 1e-30 * Math.abs(options.to - options.from), maxIterations = 200 } = options;
  let a = options.from;
  let b = options.to;
  let fa = f(a);
  let fb = f(b);
  if (!Number.isFinite(fa) || !Number.isFinite(fb)) return { status: 'failed', reason: 'notFinite' };
  if (fa !== 0 && Math.sign(fa) === Math.sign(fb)) return { status: 'failed', reason: 'notBracketed' };
  // b is the best point so far, a the one before it, c the point on the other side of the root.
  let c = a;
  let fc = fa;
  let step = b - a;
  let previousStep = step;
  for (let iterations = 0; iterations < maxIterations; iterations++) {
    if (Math.sign(fb) === Math.sign(fc)) {
      c = a;
      fc = fa;
      step = b - a;
      previousStep = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) [a, fa, b, fb, c, fc] = [b, fb, c, fc, b, fb];
    const halfWidth = 0.5 * (c - b);
    const resolution = 2 * Number.EPSILON * Math.abs(b) + 0.5 * tolerance;
    if (fb === 0 || Math.abs(halfWidth) <= resolution) return { status: 'ok', root: b, iterations };
    const proposal = interpolatedStep(a, fa, b, fb, c, fc);
    const limit = Math.min(1.5 * Math.abs(halfWidth) - Math.abs(0.5 * resolution), 0.5 * Math.abs(previousStep));
    const useful = proposal * halfWidth > 0 && Math.abs(proposal) < limit && Math.abs(fa) > Math.abs(fb);
    previousStep = useful ? step : halfWidth;
    step = useful ? proposal : halfWidth;
    a = b;
    fa = fb;
    b += Math.abs(step) > resolution ? step : Math.sign(halfWidth) * resolution;
    fb = f(b);
    if (!Number.isFinite(fb)) return { status: 'failed', reason: 'notFinite' };
  }
  return { status: 'failed', reason: 'tooManyIterations' };
}

/** From `b`, the step to the root of the parabola in f through the three points, or of the line when two coincide. */
function interpolatedStep(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1) || 0;
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1)) || 0;
}
