import { brent } from '../math/brent.js';
import { normalCdf } from '../math/normal-distribution.js';
import type { AmericanTerms } from './american-terms.js';
import { black76 } from './black76.js';

/** The one spot that the quadratic approximations need, and the power with which their premium fades away from it. */
export interface CriticalPrice {
  /** At or beyond it (above for a call, below for a put) the option is exercised. */
  readonly spot: number;
  /** The exponent: above 1 for a call, below 0 for a put. */
  readonly exponent: number;
}

/**
 * The critical spot of Barone-Adesi and Whaley (1987): X with s(X - K) = European(X) + s (1 - e^{-qT} N(s d1(X))) X /
 * Q, s = 1 for a call,
 * -1 for a put, Q = (-(N - 1) + s sqrt((N - 1)^2 + 4 M / (1 - e^{-rT}))) / 2, M = 2r / sigma^2, N = 2(r - q) / sigma^2.
 *
 * @param terms a positive strike, volatility and time, and an early exercise that can pay: q > 0 for a call, r > 0
 * for a put.
 * @returns null when the equation has no root (exercise never pays within the range of doubles).
 */
export function criticalPrice(terms: AmericanTerms): CriticalPrice | null {
  const { right, strike, rate: r, dividendYield: q, volatility, ttmYears } = terms;
  const sign = right === 'C' ? 1 : -1;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const discount = Math.exp(-r * ttmYears);
  const carry = Math.exp(-q * ttmYears);
  const bend = (2 * (r - q)) / volatility ** 2 - 1;
  // 4 M / (1 - e^{-rT}), which tends to 8 / (sigma^2 T) as r goes to zero.
  const pull = r === 0 ? 8 / stdDev ** 2 : (8 * r) / (volatility ** 2 * -Math.expm1(-r * ttmYears));
  const exponent = (-bend + sign * Math.sqrt(bend * bend + pull)) / 2;
  const excess = (spot: number): number => {
    const dPlus = Math.log((spot * carry) / (strike * discount)) / stdDev + stdDev / 2;
    const european = black76(right, (spot * carry) / discount, strike, stdDev, discount);
    return sign * (spot - strike) - european - (sign * (1 - carry * normalCdf(sign * dPlus)) * spot) / exponent;
  };
  let far = right === 'C' ? 2 * strike : strike * 1e-12;
  for (let doublings = 0; right === 'C' && excess(far) <= 0 && doublings < 200; doublings++) far *= 2;
  const outcome = brent(excess, { from: strike, to: far });
  return outcome.status === 'ok' ? { spot: outcome.root, exponent } : null;
}
