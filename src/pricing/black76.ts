import type { OptionRight } from '../domain/index.js';
import { logMoneyness } from './log-moneyness.js';
import { otmFraction } from './otm-fraction.js';

/**
 * Price today of a European option on a forward (Black 1976), in the currency of the strike, per unit of the underlying.
 *
 * `forward` and `strike` in currency per unit, `stdDev` = sigma sqrt(T), `discount` the value today of one unit of
 * currency at expiry. All are non-negative; for such finite input the price is finite, never negative and never below
 * discounted intrinsic value. The out-of-the-money side is computed directly and the other one from parity, so a deep
 * out-of-the-money price keeps its relative accuracy down to the smallest normal double.
 *
 * Limits: `stdDev` 0 gives intrinsic value; `stdDev` Infinity the forward (call) or the strike (put), discounted; an
 * infinite forward an infinite call and a worthless put. NaN in gives NaN out, for a negative argument as well.
 *
 * SOURCE: F. Black, "The pricing of commodity contracts", J. Financial Economics 3 (1976), eq. 16.
 */
export function black76(right: OptionRight, forward: number, strike: number, stdDev: number, discount: number): number {
  if (!(forward >= 0 && strike >= 0 && stdDev >= 0 && discount >= 0)) return Number.NaN;
  const gain = right === 'C' ? forward - strike : strike - forward;
  const intrinsic = Math.max(gain, 0);
  const lesser = Math.min(forward, strike);
  if (lesser === 0 || intrinsic === Infinity) return discount * intrinsic;
  const fraction = otmFraction(Math.abs(logMoneyness(forward, strike)), stdDev);
  return discount * intrinsic + discount * (lesser * fraction);
}
