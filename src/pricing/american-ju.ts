import { normalCdf, normalPdf } from '../math/normal-distribution.js';
import { criticalPrice } from './american-critical-price.js';
import { europeanFloor } from './american-european-floor.js';
import type { AmericanOption } from './american-option.js';
import { black76 } from './black76.js';

const SMALLEST_RATE = 1e-8;

/**
 * The modified quadratic approximation of Ju and Zhong: Barone-Adesi and Whaley with a second-order correction of the
 * premium.
 *
 * Source: N. Ju and R. Zhong, "An approximate formula for pricing American options", Journal of Derivatives 7 (1999):
 * European + h A(h) (S/X)^lambda / (1 - chi), chi = b ln(S/X)^2 + c ln(S/X).
 * Near a rate of zero, where the formula is a quotient of nothings, the price is that of a rate of 1e-8.
 */
export function juZhong(option: AmericanOption): number {
  const { right, spot, strike, dividendYield: q, volatility, ttmYears } = option;
  const floor = europeanFloor(option);
  if (!floor.earlyExercise) return floor.value;
  const critical = criticalPrice(option);
  if (critical === null) return floor.value;
  const sign = right === 'C' ? 1 : -1;
  if (sign * (spot - critical.spot) >= 0) return sign * (spot - strike);
  const r = Math.abs(option.rate) < SMALLEST_RATE ? SMALLEST_RATE : option.rate;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const discount = Math.exp(-r * ttmYears);
  const forward = critical.spot * Math.exp((r - q) * ttmYears);
  const premium = sign * (critical.spot - strike) - black76(right, forward, strike, stdDev, discount);
  const dPlus = Math.log(forward / strike) / stdDev + stdDev / 2;
  const alpha = (2 * r) / volatility ** 2;
  const h = -Math.expm1(-r * ttmYears);
  const slope = 2 * critical.exponent + (2 * (r - q)) / volatility ** 2 - 1;
  // lambda'(h); `slope` is s times the square root in lambda.
  const bend = -alpha / (h * h * slope);
  const sensitivity =
    (forward * normalPdf(dPlus)) / (alpha * stdDev) -
    (sign * forward * normalCdf(sign * dPlus) * q) / r +
    sign * strike * normalCdf(sign * (dPlus - stdDev));
  const b = ((1 - h) * alpha * bend) / (2 * slope);
  const c = -(((1 - h) * alpha) / slope) * (sensitivity / premium + 1 / h + bend / slope);
  const distance = Math.log(spot / critical.spot);
  const chi = distance * (b * distance + c);
  return Math.max(floor.value, floor.european + (premium * (spot / critical.spot) ** critical.exponent) / (1 - chi));
}
