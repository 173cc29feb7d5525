import { normalCdf } from '../math/normal-distribution.js';
import { type AmericanBoundary, logBoundary } from './american-boundary.js';
import { gaussLegendre } from './american-quadrature.js';

/** The early-exercise premium integral with everything that does not depend on the spot worked out. */
export interface PremiumIntegral {
  /** Per point: weight x r e^{-r u} (per strike) and weight x q e^{-q u} (per unit of spot). */
  readonly money: Float64Array;
  readonly stock: Float64Array;
  /** Per point: the mean part of d1 without the spot, and the standard deviation to that date. */
  readonly shift: Float64Array;
  readonly stdDev: Float64Array;
}

/**
 * Prepares the integral of Kim (1990) over the life of a put: r K e^{-ru} N(-d2) - q S e^{-qu} N(-d1) at the boundary
 * with T - u years left. Integrated over s with sqrt(u / T) = 1 - (1 - s)^2: the square roots of u and of T - u are
 * then both smooth in s, and so nearly is the boundary, which leaves expiry like a square root (without this, a
 * hundred times the error).
 */
export function premiumIntegral(boundary: AmericanBoundary, points: number): PremiumIntegral {
  const { rate: r, dividendYield: q, volatility } = boundary.terms;
  const { nodes, weights } = gaussLegendre(points);
  const money = new Float64Array(points);
  const stock = new Float64Array(points);
  const shift = new Float64Array(points);
  const stdDev = new Float64Array(points);
  for (let k = 0; k < points; k++) {
    const rest = (1 - nodes[k]!) / 2;
    const fraction = 1 - rest * rest;
    const u = boundary.ttmYears * fraction * fraction;
    const weight = 2 * weights[k]! * boundary.ttmYears * fraction * rest;
    const deviation = volatility * Math.sqrt(u);
    money[k] = weight * r * Math.exp(-r * u);
    stock[k] = weight * q * Math.exp(-q * u);
    shift[k] = ((r - q) * u - logBoundary(boundary, boundary.ttmYears - u)) / deviation + deviation / 2;
    stdDev[k] = deviation;
  }
  return { money, stock, shift, stdDev };
}

/** The premium of a put in units of its strike at a spot in the same unit; the spot is above the boundary today. */
export function earlyExercisePremium(integral: PremiumIntegral, spot: number): number {
  const { money, stock, shift, stdDev } = integral;
  const logSpot = Math.log(spot);
  let premium = 0;
  for (let k = 0; k < money.length; k++) {
    const dPlus = logSpot / stdDev[k]! + shift[k]!;
    premium += money[k]! * normalCdf(stdDev[k]! - dPlus) - stock[k]! * spot * normalCdf(-dPlus);
  }
  return premium;
}
