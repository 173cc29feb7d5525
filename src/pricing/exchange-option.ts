import { normalCdf, normalPdf } from '../math/normal-distribution.js';
import { black76 } from './black76.js';
import { standardDistance } from './standard-distance.js';
import { differenceStdDev, type TwoAssets, type TwoForwards, twoForwards } from './two-assets.js';

/** The right to give `quantity2` units of the second asset for `quantity1` of the first; both 1 unless told. */
export interface ExchangeOption extends TwoAssets {
  readonly quantity1?: number;
  readonly quantity2?: number;
}

/** Per unit of each spot, per year, and per 1.00 of rate with the yields held (always 0: nothing is paid in money). */
export interface ExchangeGreeks {
  readonly price: number;
  readonly delta1: number;
  readonly delta2: number;
  readonly gamma1: number;
  readonly gamma2: number;
  /** Of delta1 per unit of the second spot. */
  readonly crossGamma: number;
  /** Per 1.00 of each volatility. */
  readonly vega1: number;
  readonly vega2: number;
  /** Per 1.00 of correlation. */
  readonly correlationSensitivity: number;
  readonly theta: number;
  readonly rho: number;
}

/**
 * Price of a European option to exchange one asset for another, max(quantity1 S1 - quantity2 S2, 0) at expiry; exact for
 * two lognormal assets.
 *
 * It is Black's formula with the second asset for a strike. Quantities, spots, volatilities and time are non-negative,
 * the correlation in [-1, 1], everything finite; otherwise NaN. Where the assets move as one (no time, no volatility, or
 * correlation 1 and equal volatilities) it is the discounted intrinsic value of the forwards.
 *
 * SOURCE: W. Margrabe, "The value of an option to exchange one asset for another", J. Finance 33 (1978); E. G. Haug,
 * "The Complete Guide to Option Pricing Formulas" (1998), section 2.8.1.
 */
export function exchangeOption(option: ExchangeOption): number {
  const forwards = twoForwards(option);
  return forwards === null ? Number.NaN : priceOf(option, forwards);
}

function priceOf({ quantity1 = 1, quantity2 = 1 }: ExchangeOption, pair: TwoForwards): number {
  const price = black76('C', quantity1 * pair.forward1, quantity2 * pair.forward2, pair.exchange, pair.discount);
  return Number.isFinite(quantity1) && Number.isFinite(quantity2) ? price : Number.NaN;
}

/**
 * Greeks of `exchangeOption`, with its conditions: outside of them all are NaN. Once the option is decided the second
 * derivatives and vegas are 0.
 *
 * SOURCE: derivatives of Margrabe's formula; theta from the differential equation that it solves.
 */
export function exchangeOptionGreeks(option: ExchangeOption): ExchangeGreeks {
  const pair = twoForwards(option);
  const { quantity1 = 1, quantity2 = 1, dividendYield1, dividendYield2, volatility1, volatility2 } = option;
  const price = pair === null ? Number.NaN : priceOf(option, pair);
  if (pair === null || Number.isNaN(price)) return { ...NO_GREEKS };
  const { spot1, spot2, correlation, ttmYears } = option;
  const weight1 = quantity1 * Math.exp(-dividendYield1 * ttmYears);
  const weight2 = quantity2 * Math.exp(-dividendYield2 * ttmYears);
  const { d1, d2 } = standardDistance(weight1 * spot1, weight2 * spot2, pair.exchange);
  const delta1 = weight1 * normalCdf(d1);
  const delta2 = 0 - weight2 * normalCdf(d2);
  // n(d1) S1 = n(d2) S2 in value: what the second derivatives, the vegas and theta share.
  const density = pair.exchange > 0 && Number.isFinite(d1) ? (weight1 * spot1 * normalPdf(d1)) / pair.exchange : 0;
  const variance = differenceStdDev(volatility1, volatility2, correlation) ** 2;
  const vega = density * ttmYears;
  const carry = dividendYield1 * spot1 * delta1 + dividendYield2 * spot2 * delta2;
  return {
    price,
    delta1,
    delta2,
    gamma1: density > 0 ? density / spot1 ** 2 : 0,
    gamma2: density > 0 ? density / spot2 ** 2 : 0,
    crossGamma: density > 0 ? 0 - density / (spot1 * spot2) : 0,
    vega1: vega > 0 ? vega * (volatility1 - correlation * volatility2) : 0,
    vega2: vega > 0 ? vega * (volatility2 - correlation * volatility1) : 0,
    correlationSensitivity: 0 - vega * volatility1 * volatility2,
    theta: 0 - (0.5 * variance * density - carry),
    rho: 0,
  };
}

const NO_GREEKS: ExchangeGreeks = {
  price: Number.NaN,
  delta1: Number.NaN,
  delta2: Number.NaN,
  gamma1: Number.NaN,
  gamma2: Number.NaN,
  crossGamma: Number.NaN,
  vega1: Number.NaN,
  vega2: Number.NaN,
  correlationSensitivity: Number.NaN,
  theta: Number.NaN,
  rho: Number.NaN,
};
