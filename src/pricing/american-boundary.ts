import { chebyshevCoefficients, chebyshevValue } from './american-chebyshev.js';
import { type PutBoundaryTerms, putBoundaryAtExpiry, qdPlusBoundary } from './american-qd-plus.js';
import { fixedPointStep, smoothPastingGrid } from './american-smooth-pasting.js';

/** How finely the exercise boundary is resolved; see `AMERICAN_SCHEMES`. */
export interface AmericanScheme {
  /** Chebyshev intervals in the square root of time on which the boundary is collocated. */
  readonly intervals: number;
  /** Gauss-Legendre points of each integral of the fixed-point equation. */
  readonly boundaryPoints: number;
  /** Most fixed-point steps; 0 leaves the QD+ approximation. Steps end early once the boundary stands still. */
  readonly steps: number;
  /** Gauss-Legendre points of the premium integral, paid once per spot. */
  readonly premiumPoints: number;
}

/**
 * The exercise boundary of an American put over its life, in units of the strike. It depends on neither spot nor
 * strike, so one boundary prices every spot of a scenario set.
 */
export interface AmericanBoundary {
  readonly terms: PutBoundaryTerms;
  readonly ttmYears: number;
  /** The boundary just before expiry. */
  readonly atExpiry: number;
  /** The boundary today: at or below this spot (in strikes) the put is exercised. */
  readonly today: number;
  /** Chebyshev coefficients of ln(B / atExpiry)^2 over the square root of the time left. */
  readonly coefficients: Float64Array;
  /** Largest relative move of the boundary in the last step: how far the iteration is from standing still. */
  readonly lastMove: number;
}

/** The start of the iteration need not be more accurate than the approximation is. */
const ROUGH_START = 1e-4;

/** A boundary that moves less than this is not worth another step. */
const STANDS_STILL = 1e-12;

/**
 * Solves for the exercise boundary of an American put with r > 0, or r = 0 > q (a single boundary).
 *
 * Source: L. Andersen, M. Lake and D. Offengenden, "High-performance American option pricing", Journal of
 * Computational Finance 20 (2016): fixed point B = e^{-(r-q) tau} N(tau, B) / D(tau, B) in strikes, collocated at
 * Chebyshev points of sqrt(tau), started from QD+.
 *
 * @param ttmYears positive.
 */
export function solveAmericanBoundary(
  terms: PutBoundaryTerms,
  ttmYears: number,
  scheme: AmericanScheme,
): AmericanBoundary {
  const n = scheme.intervals;
  const atExpiry = putBoundaryAtExpiry(terms.rate, terms.dividendYield);
  const logAtExpiry = Math.log(atExpiry);
  // From today (i = 0) towards expiry, which is not solved for.
  const times = Float64Array.from({ length: n }, (_, i) => ttmYears * ((1 + Math.cos((i * Math.PI) / n)) / 2) ** 2);
  const boundary = times.map((tau) => qdPlusBoundary(terms, tau, scheme.steps > 0 ? ROUGH_START : 0));
  const grids = Array.from(times, (tau) => smoothPastingGrid(terms, tau, ttmYears, scheme.boundaryPoints));
  let coefficients = chebyshevCoefficients(squaredFalls(boundary, logAtExpiry));
  let lastMove = Number.POSITIVE_INFINITY;
  for (let step = 0; step < scheme.steps && lastMove > STANDS_STILL; step++) {
    lastMove = 0;
    for (let i = 0; i < n; i++) {
      const before = boundary[i]!;
      const after = Math.min(atExpiry, fixedPointStep(grids[i]!, before, coefficients, logAtExpiry));
      if (!(after > 0)) continue;
      boundary[i] = after;
      lastMove = Math.max(lastMove, Math.abs(after / before - 1));
    }
    coefficients = chebyshevCoefficients(squaredFalls(boundary, logAtExpiry));
  }
  return { terms, ttmYears, atExpiry, today: boundary[0]!, coefficients, lastMove };
}

/** ln of the boundary, in strikes, with `tau` years left. */
export function logBoundary(boundary: AmericanBoundary, tau: number): number {
  const squared = chebyshevValue(boundary.coefficients, 2 * Math.sqrt(tau / boundary.ttmYears) - 1);
  return Math.log(boundary.atExpiry) - Math.sqrt(Math.max(0, squared));
}

/** ln(B / atExpiry)^2 at the collocation times, and 0 at expiry: nearly a polynomial in the square root of time. */
function squaredFalls(boundary: Float64Array, logAtExpiry: number): Float64Array {
  const squared = new Float64Array(boundary.length + 1);
  for (let i = 0; i < boundary.length; i++) squared[i] = (Math.log(boundary[i]!) - logAtExpiry) ** 2;
  return squared;
}
