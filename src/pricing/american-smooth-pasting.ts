import { normalCdf, normalPdf } from '../math/normal-distribution.js';
import { chebyshevValue } from './american-chebyshev.js';
import type { PutBoundaryTerms } from './american-qd-plus.js';
import { gaussLegendre } from './american-quadrature.js';

/** The points of the fixed-point integral at one collocation time, with everything that the steps do not change. */
export interface SmoothPastingGrid {
  readonly terms: PutBoundaryTerms;
  /** Years to expiry at the collocation time. */
  readonly tau: number;
  /** Per point: where it lies on the Chebyshev interval of the whole life. */
  readonly place: Float64Array;
  /** Per point: (r - q) x the time between, and the standard deviation over it. */
  readonly drift: Float64Array;
  readonly stdDev: Float64Array;
  /** Per point: weight x r e^{ru} / standard deviation, and weight x q e^{qu}. */
  readonly money: Float64Array;
  readonly stock: Float64Array;
}

/**
 * Plain steps converge fastest, but swing apart once |r - q| sqrt(tau) / volatility nears 1, where Jacobi-Newton
 * steps go on converging. Found by comparing both with a binomial tree over 600 random options.
 */
const PLAIN_STEPS_BELOW = 0.5;

/** Lays out the integral over u in (0, tau), substituted as in `premiumIntegral`. */
export function smoothPastingGrid(
  terms: PutBoundaryTerms,
  tau: number,
  ttmYears: number,
  points: number,
): SmoothPastingGrid {
  const { rate: r, dividendYield: q, volatility } = terms;
  const { nodes, weights } = gaussLegendre(points);
  // One allocation for the five columns: there are as many grids as collocation times, and a scheme has few points.
  const columns = new Float64Array(5 * points);
  const column = (index: number) => columns.subarray(index * points, (index + 1) * points);
  const grid = {
    terms,
    tau,
    place: column(0),
    drift: column(1),
    stdDev: column(2),
    money: column(3),
    stock: column(4),
  };
  for (let k = 0; k < points; k++) {
    const rest = (1 - nodes[k]!) / 2;
    const fraction = 1 - rest * rest;
    const lag = tau * fraction * fraction;
    const u = tau - lag;
    const weight = 2 * weights[k]! * tau * fraction * rest;
    const deviation = volatility * Math.sqrt(lag);
    grid.place[k] = 2 * Math.sqrt(u / ttmYears) - 1;
    grid.drift[k] = (r - q) * lag;
    grid.stdDev[k] = deviation;
    grid.money[k] = (weight * r * Math.exp(r * u)) / deviation;
    grid.stock[k] = weight * q * Math.exp(q * u);
  }
  return grid;
}

/**
 * One step of the boundary at one time: B = e^{-(r-q) tau} N / D in strikes, from the slope of the value at the
 * boundary being -1 (equation A of Andersen, Lake and Offengenden 2016). Their equation B (the value there is
 * intrinsic) is not used: it holds at every spot below the boundary too, so that its iteration has nothing to hold on
 * to.
 *
 * @param level the boundary at the grid's time before the step.
 * @param coefficients of the whole boundary before the step.
 * @param logAtExpiry ln of the boundary just before expiry.
 */
export function fixedPointStep(
  grid: SmoothPastingGrid,
  level: number,
  coefficients: Float64Array,
  logAtExpiry: number,
): number {
  const { tau, place, drift, stdDev, money, stock } = grid;
  const { rate: r, dividendYield: q, volatility } = grid.terms;
  const relative = Math.log(level) - logAtExpiry;
  const whole = volatility * Math.sqrt(tau);
  const d = (relative + logAtExpiry + (r - q) * tau) / whole + whole / 2;
  const density = normalPdf(d) / whole;
  const discountedDensity = normalPdf(d - whole) / whole;
  let numerator = discountedDensity;
  let denominator = density + normalCdf(d);
  let numeratorSlope = (-(d - whole) * discountedDensity) / whole;
  let denominatorSlope = (-(d - whole) * density) / whole;
  for (let k = 0; k < place.length; k++) {
    const deviation = stdDev[k]!;
    const fall = Math.sqrt(Math.max(0, chebyshevValue(coefficients, place[k]!)));
    const dPlus = (relative + fall + drift[k]!) / deviation + deviation / 2;
    const dMinus = dPlus - deviation;
    const cash = money[k]! * normalPdf(dMinus);
    const share = (stock[k]! * normalPdf(dPlus)) / deviation;
    numerator += cash;
    denominator += stock[k]! * normalCdf(dPlus) + share;
    numeratorSlope -= (cash * dMinus) / deviation;
    denominatorSlope -= (share * dMinus) / deviation;
  }
  const forward = Math.exp((q - r) * tau);
  const next = (forward * numerator) / denominator;
  if (Math.abs(r - q) * Math.sqrt(tau) < PLAIN_STEPS_BELOW * volatility) return next;
  const ratio = numerator / denominator;
  const slope = (forward * (numeratorSlope - denominatorSlope * ratio)) / (denominator * level);
  return level + (next - level) / (1 - slope);
}
