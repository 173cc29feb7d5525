import { normalCdf, normalPdf } from '../math/normal-distribution.js';
import { type PutBoundaryTerms, putBoundaryAtExpiry, qdPlusBoundary } from './american-qd-plus.js';
import { gaussLegendre } from './american-quadrature.js';

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
 * The exercise boundary of an American put over its life, in units of the strike. It depends on neither spot nor strike,
 * so one boundary prices every spot of a scenario set.
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

/**
 * Plain steps converge fastest, but swing apart once |r - q| sqrt(tau) / volatility nears 1, where Jacobi-Newton steps go on
 * converging. Found by comparing both with a binomial tree over 600 random options.
 */
const PLAIN_STEPS_BELOW = 0.5;

/** A boundary that moves less than this is not worth another step. */
const STANDS_STILL = 1e-12;

/**
 * Solves for the exercise boundary of an American put with r > 0, or r = 0 > q (a single boundary).
 *
 * Source: L. Andersen, M. Lake and D. Offengenden, "High-performance American option pricing", Journal of
 * Computational Finance 20 (2016): fixed point B = e^{-(r-q) tau} N(tau, B) / D(tau, B) in strikes, collocated at Chebyshev points
 * of sqrt(tau), started from QD+.
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
  const times = Float64Array.from({ length: n }, (_, i) => ttmYears * ((1 + Math.cos((i * Math.PI) / n)) / 2) ** 2);
  const boundary = times.map((tau) => qdPlusBoundary(terms, tau));
  let coefficients = boundaryCoefficients(boundary, atExpiry);
  let lastMove = Number.POSITIVE_INFINITY;
  for (let step = 0; step < scheme.steps && lastMove > STANDS_STILL; step++) {
    lastMove = 0;
    for (let i = 0; i < n; i++) {
      const before = boundary[i]!;
      const curve = { terms, atExpiry, coefficients, ttmYears };
      const after = Math.min(atExpiry, fixedPointStep(curve, times[i]!, before, scheme.boundaryPoints));
      if (!(after > 0)) continue;
      boundary[i] = after;
      lastMove = Math.max(lastMove, Math.abs(after / before - 1));
    }
    coefficients = boundaryCoefficients(boundary, atExpiry);
  }
  return { terms, ttmYears, atExpiry, today: boundary[0]!, coefficients, lastMove };
}

type Curve = Pick<AmericanBoundary, 'terms' | 'atExpiry' | 'coefficients' | 'ttmYears'>;

/** ln of the boundary, in strikes, with `tau` years left. */
export function logBoundary(curve: Curve, tau: number): number {
  const { coefficients: c } = curve;
  const z = 2 * Math.sqrt(tau / curve.ttmYears) - 1;
  let next = 0;
  let value = 0;
  for (let k = c.length - 1; k >= 1; k--) {
    const before = 2 * z * value - next + c[k]!;
    next = value;
    value = before;
  }
  const squared = z * value - next + c[0]!;
  return Math.log(curve.atExpiry) - Math.sqrt(Math.max(0, squared));
}

/** Coefficients of the Chebyshev interpolant through the extrema of T_n; the last point (expiry) is ln(1)^2 = 0. */
function boundaryCoefficients(boundary: Float64Array, atExpiry: number): Float64Array {
  const n = boundary.length;
  const coefficients = new Float64Array(n + 1);
  for (let k = 0; k <= n; k++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const height = Math.log(boundary[i]! / atExpiry) ** 2;
      sum += (i === 0 ? 0.5 : 1) * height * Math.cos((i * k * Math.PI) / n);
    }
    coefficients[k] = ((k === 0 || k === n ? 1 : 2) / n) * sum;
  }
  return coefficients;
}

/** Numerator and denominator of the fixed-point equation at one time, with their slopes in the boundary there. */
interface Balance {
  numerator: number;
  denominator: number;
  numeratorSlope: number;
  denominatorSlope: number;
}

function fixedPointStep(curve: Curve, tau: number, level: number, points: number): number {
  const { rate: r, dividendYield: q } = curve.terms;
  const balance = smoothPasting(curve, tau, level, points);
  const forward = Math.exp((q - r) * tau);
  const next = (forward * balance.numerator) / balance.denominator;
  if (Math.abs(r - q) * Math.sqrt(tau) < PLAIN_STEPS_BELOW * curve.terms.volatility) return next;
  const ratio = balance.numerator / balance.denominator;
  const slope = (forward * (balance.numeratorSlope - balance.denominatorSlope * ratio)) / balance.denominator;
  return level + (next - level) / (1 - slope);
}

/**
 * Equation A of the paper: the slope of the value at the boundary is -1. Equation B (the value there is intrinsic) is not
 * used: it holds at every spot below the boundary too, so that its iteration has nothing to hold on to.
 */
function smoothPasting(curve: Curve, tau: number, level: number, points: number): Balance {
  const { rate: r, dividendYield: q, volatility } = curve.terms;
  const logLevel = Math.log(level);
  const { nodes, weights } = gaussLegendre(points);
  const whole = volatility * Math.sqrt(tau);
  const d = (logLevel + (r - q) * tau) / whole + whole / 2;
  let numerator = normalPdf(d - whole) / whole;
  let denominator = normalPdf(d) / whole + normalCdf(d);
  let numeratorSlope = (-(d - whole) * normalPdf(d - whole)) / (whole * whole);
  let denominatorSlope = (-(d - whole) * normalPdf(d)) / (whole * whole);
  for (let k = 0; k < nodes.length; k++) {
    const rest = (1 - nodes[k]!) / 2;
    const fraction = 1 - rest * rest;
    const lag = tau * fraction * fraction;
    const u = tau - lag;
    const stdDev = whole * fraction;
    const dPlus = (logLevel - logBoundary(curve, u) + (r - q) * lag) / stdDev + stdDev / 2;
    const dMinus = dPlus - stdDev;
    const weight = 2 * weights[k]! * tau * fraction * rest;
    const money = (weight * r * Math.exp(r * u) * normalPdf(dMinus)) / stdDev;
    const stock = weight * q * Math.exp(q * u);
    const density = normalPdf(dPlus) / stdDev;
    numerator += money;
    denominator += stock * (normalCdf(dPlus) + density);
    numeratorSlope -= (money * dMinus) / stdDev;
    denominatorSlope -= (stock * density * dMinus) / stdDev;
  }
  numeratorSlope /= level;
  denominatorSlope /= level;
  return { numerator, denominator, numeratorSlope, denominatorSlope };
}
