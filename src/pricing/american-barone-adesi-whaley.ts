import { normalCdf } from '../math/normal-distribution.js';
import { criticalPrice } from './american-critical-price.js';
import { europeanFloor } from './american-european-floor.js';
import type { AmericanOption } from './american-option.js';

/**
 * The Barone-Adesi and Whaley approximation of an American option: quick, off by up to 2e-3 of the spot.
 *
 * Source: G. Barone-Adesi and R. Whaley, "Efficient analytic approximation of American option values", Journal of
 * Finance 42 (1987): European + A (S/X)^Q with A = s (X/Q)(1 - e^{-qT} N(s d1(X))), intrinsic value beyond the
 * critical spot X.
 */
export function baroneAdesiWhaley(option: AmericanOption): number {
  const { right, spot, strike, rate, dividendYield, volatility, ttmYears } = option;
  const floor = europeanFloor(option);
  if (!floor.earlyExercise) return floor.value;
  const critical = criticalPrice(option);
  if (critical === null) return floor.value;
  const sign = right === 'C' ? 1 : -1;
  if (sign * (spot - critical.spot) >= 0) return sign * (spot - strike);
  const stdDev = volatility * Math.sqrt(ttmYears);
  const dPlus = (Math.log(critical.spot / strike) + (rate - dividendYield) * ttmYears) / stdDev + stdDev / 2;
  const carry = Math.exp(-dividendYield * ttmYears);
  const weight = (sign * critical.spot * (1 - carry * normalCdf(sign * dPlus))) / critical.exponent;
  return Math.max(floor.value, floor.european + weight * (spot / critical.spot) ** critical.exponent);
}
