import type { OptionRight } from '../domain/index.js';
import { black76 } from './black76.js';
import { differenceStdDev } from './two-assets.js';

/** A European option on forward1 - forward2 against a strike; volatilities annual, `discount` to expiry. */
export interface SpreadOption {
  readonly right: OptionRight;
  readonly forward1: number;
  readonly forward2: number;
  readonly strike: number;
  readonly volatility1: number;
  readonly volatility2: number;
  readonly correlation: number;
  readonly ttmYears: number;
  readonly discount: number;
}

/**
 * Approximate price of a European spread option, max(F1 - F2 - strike, 0) for a call, on two forwards. An approximation:
 * it takes the second forward and the strike together for one lognormal asset. Without a strike it is the exchange
 * option, and then alone it is exact; call and put keep their parity. The error grows with the strike beside the second
 * forward, volatility and time: below 0.002 for forwards near 120, strike 3, volatilities 0.2 and half a year; 0.04 there
 * for strike -20, and more for a strike of half the forward (measured against an integral over the second forward).
 *
 * A negative strike is taken as long as forward2 + strike is positive; otherwise, for a negative forward, volatility or
 * time, a correlation outside [-1, 1] and for NaN, NaN.
 *
 * SOURCE: E. Kirk, "Correlation in the energy markets", in "Managing Energy Price Risk", Risk Publications (1995); E. G.
 * Haug, "The Complete Guide to Option Pricing Formulas" (1998), section 2.8.3.
 */
export function kirkSpreadOption(option: SpreadOption): number {
  const { right, forward1, forward2, strike, volatility1, volatility2, correlation, ttmYears, discount } = option;
  const paid = forward2 + strike;
  const valid = forward2 >= 0 && volatility1 >= 0 && volatility2 >= 0 && ttmYears >= 0 && Math.abs(correlation) <= 1;
  if (!(valid && (paid > 0 || (paid === 0 && strike === 0)))) return Number.NaN;
  const share = paid > 0 ? forward2 / paid : 0;
  const stdDev = differenceStdDev(volatility1, volatility2 * share, correlation) * Math.sqrt(ttmYears);
  return black76(right, forward1, paid, stdDev, discount);
}
