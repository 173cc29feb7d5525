import type { OptionRight } from '../domain/index.js';
import { black76 } from './black76.js';
import { impliedStdDev } from './implied-std-dev.js';
import { logMoneyness } from './log-moneyness.js';

/** Relative accuracy to which a volatility must give its price back. */
const PRICE_TOLERANCE = 1e-12;
/** A time value of a few last digits of the price is rounding, not information. */
const ROUNDING = 4 * Number.EPSILON;

/** One European option and its price today; units as in `black76`. */
export interface ImpliedVolatilityInputs {
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly ttmYears: number;
  readonly discount: number;
  readonly right: OptionRight;
}

/**
 * Why there is no volatility: the price is below discounted intrinsic value; not below what infinite volatility gives;
 * equal to intrinsic value (every small enough volatility gives it); the option has no time left; an input is NaN,
 * infinite, or a forward, strike or discount that is not positive; the search did not reach 1e-12 (a time value below
 * the smallest normal double).
 */
export type ImpliedVolatilityFailure =
  | 'belowIntrinsic'
  | 'aboveMaximum'
  | 'noTimeValue'
  | 'expired'
  | 'notFinite'
  | 'notPositive'
  | 'notConverged';

export type ImpliedVolatility =
  | {
      readonly status: 'ok';
      readonly volatility: number;
      /** Prices computed on the way. */
      readonly iterations: number;
    }
  | { readonly status: 'failed'; readonly reason: ImpliedVolatilityFailure };

/**
 * The annual volatility (a decimal) at which `black76` gives the price back to 1e-12 of itself, or the reason why there
 * is none. An in-the-money price is first turned into the out-of-the-money one of its strike by parity, because only
 * time value tells the volatility; the digits lost in that subtraction were not in the price.
 *
 * SOURCE: see `impliedStdDev`.
 */
export function impliedVolatility(inputs: ImpliedVolatilityInputs): ImpliedVolatility {
  const { price, forward, strike, ttmYears, discount, right } = inputs;
  for (const value of [price, forward, strike, ttmYears, discount]) {
    if (!Number.isFinite(value)) return failed('notFinite');
  }
  if (!(forward > 0 && strike > 0 && discount > 0)) return failed('notPositive');
  if (ttmYears <= 0) return failed('expired');
  const gain = right === 'C' ? forward - strike : strike - forward;
  const intrinsic = discount * Math.max(0, gain);
  const timeValue = price - intrinsic;
  const noise = gain > 0 ? ROUNDING * Math.max(price, intrinsic) : 0;
  if (timeValue < -noise) return failed('belowIntrinsic');
  if (timeValue <= noise) return failed('noTimeValue');
  // Divided one by one: the product of discount and price could underflow where the fraction does not.
  const fraction = timeValue / discount / Math.min(forward, strike);
  if (fraction >= 1) return failed('aboveMaximum');
  const { stdDev, evaluations } = impliedStdDev(fraction, Math.abs(logMoneyness(forward, strike)));
  const volatility = stdDev / Math.sqrt(ttmYears);
  const repriced = black76(right, forward, strike, volatility * Math.sqrt(ttmYears), discount);
  if (!(Math.abs(repriced - price) <= PRICE_TOLERANCE * price)) return failed('notConverged');
  return { status: 'ok', volatility, iterations: evaluations };
}

function failed(reason: ImpliedVolatilityFailure): ImpliedVolatility {
  return { status: 'failed', reason };
}
