import type { OptionRight } from '../domain/index.js';
import { normalCdf } from '../math/normal-distribution.js';
import { standardDistance } from './standard-distance.js';

/** A European option on an asset with a yield that pays all or nothing; units as in `blackScholesMerton`. */
export interface DigitalOption {
  readonly right: OptionRight;
  readonly spot: number;
  /** The option pays when the asset ends above (call) or below it (put). */
  readonly strike: number;
  readonly volatility: number;
  readonly ttmYears: number;
  readonly rate: number;
  readonly dividendYield: number;
}

/**
 * Price of `cash` paid at expiry when the asset ends beyond the strike. In the currency of `cash`; exact under
 * Black-Scholes-Merton.
 *
 * Non-negative spot, strike, volatility and time; otherwise, and for NaN, NaN. Without volatility or time the option is
 * decided by the forward; exactly at the strike it is then worth one half of what it might pay (the limit, and what
 * keeps call and put together the discounted cash).
 *
 * SOURCE: M. Rubinstein and E. Reiner, "Unscrambling the binary code", Risk 4 (1991); E. G. Haug, "The Complete Guide to
 * Option Pricing Formulas" (1998), section 2.11.2.
 */
export function cashOrNothing(option: DigitalOption, cash: number): number {
  return cash * parts(option).money;
}

/**
 * Price of one unit of the asset, delivered at expiry when it ends beyond the strike; exact under Black-Scholes-Merton,
 * with the limits of `cashOrNothing`.
 *
 * SOURCE: J. Cox and M. Rubinstein, "Options Markets" (1985); Haug (1998), section 2.11.3.
 */
export function assetOrNothing(option: DigitalOption): number {
  return parts(option).asset;
}

/**
 * Price of an option that is exercised when the asset ends beyond `strike`, whether that pays or not, and then pays the
 * asset less `payoffStrike` (call) or `payoffStrike` less the asset (put). It may be negative; with the two strikes
 * equal it is the ordinary option. Exact under Black-Scholes-Merton, with the limits of `cashOrNothing`.
 *
 * SOURCE: E. Reiner and M. Rubinstein (1991), as in Haug (1998), section 2.11.1.
 */
export function gapOption(option: DigitalOption, payoffStrike: number): number {
  const { asset, money } = parts(option);
  return option.right === 'C' ? asset - payoffStrike * money : payoffStrike * money - asset;
}

/** Value of the asset, and of one unit of money, if exercised. */
function parts(option: DigitalOption): { readonly asset: number; readonly money: number } {
  const { right, spot, strike, volatility, ttmYears, rate, dividendYield } = option;
  if (!(spot >= 0 && strike >= 0 && volatility >= 0 && ttmYears >= 0)) return { asset: Number.NaN, money: Number.NaN };
  const sign = right === 'C' ? 1 : -1;
  const forward = spot * Math.exp((rate - dividendYield) * ttmYears);
  const { d1, d2 } = standardDistance(forward, strike, volatility * Math.sqrt(ttmYears));
  return {
    asset: spot * Math.exp(-dividendYield * ttmYears) * normalCdf(sign * d1),
    money: Math.exp(-rate * ttmYears) * normalCdf(sign * d2),
  };
}
