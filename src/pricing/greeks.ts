import type { OptionRight } from '../domain/index.js';
import { normalCdf, normalPdf } from '../math/normal-distribution.js';
import { black76 } from './black76.js';
import { logMoneyness } from './log-moneyness.js';

/** Below this sigma sqrt(T) the option is taken as decided (a volatility of 1 over one second is 2e-4). */
const DECIDED_STD_DEV = 1e-12;
/** Over less than this (thirty microseconds) a discount factor tells no rate. */
const NO_TIME = 1e-12;

/**
 * Sensitivities of one European option per unit of the underlying, in the currency of the price and in raw units: per
 * 1.00 of volatility (100 points), per 1.00 of rate, per year. The underlying is the forward for `black76Greeks` and the
 * spot for `blackScholesMertonGreeks`.
 */
export interface Greeks {
  readonly price: number;
  /** Per unit of the underlying. */
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  /** Change per year as time passes, the underlying, volatility and rates held; negative for most long options. */
  readonly theta: number;
  readonly rho: number;
  /** Of delta per 1.00 of volatility, which is vega per unit of the underlying. */
  readonly vanna: number;
  /** Of vega per 1.00 of volatility. */
  readonly volga: number;
  /** Percent of price per percent of the underlying; 0 for a worthless option. */
  readonly elasticity: number;
  /** Per unit of strike, once and twice. */
  readonly strikeSensitivity: number;
  readonly strikeGamma: number;
  /** Probability of exercise, counted in cash (N(d2) for a call) and in the asset (N(d1)). */
  readonly itmCashProbability: number;
  readonly itmAssetProbability: number;
}

/** With respect to spot; the forward moves with spot, rate and yield. */
export interface SpotGreeks extends Greeks {
  /** Per unit of the forward of the expiry instead of spot. */
  readonly deltaForward: number;
  readonly gammaForward: number;
  /** Per 1.00 of dividend yield. */
  readonly dividendRho: number;
}

export interface Black76Inputs {
  readonly right: OptionRight;
  readonly forward: number;
  readonly strike: number;
  readonly volatility: number;
  readonly ttmYears: number;
  readonly discount: number;
}

export interface BlackScholesMertonInputs {
  readonly right: OptionRight;
  readonly spot: number;
  readonly strike: number;
  readonly volatility: number;
  readonly ttmYears: number;
  readonly rate: number;
  readonly dividendYield: number;
}

/** The two probabilities and the density of Black's formula; `density` 0 once the option is decided. */
interface Odds {
  readonly sign: number;
  readonly d1: number;
  readonly d2: number;
  /** n(d1) / (sigma sqrt T), the shape that gamma, vega, vanna and volga share. */
  readonly peak: number;
  readonly cash: number;
  readonly asset: number;
}

function oddsOf(right: OptionRight, forward: number, strike: number, stdDev: number): Odds {
  const sign = right === 'C' ? 1 : -1;
  const distance = forward === strike ? 0 : logMoneyness(forward, strike);
  if (stdDev < DECIDED_STD_DEV || !Number.isFinite(distance)) {
    const probability = distance === 0 ? 0.5 : sign * distance > 0 ? 1 : 0;
    return { sign, d1: 0, d2: 0, peak: 0, cash: probability, asset: probability };
  }
  const d1 = distance / stdDev + 0.5 * stdDev;
  const d2 = distance / stdDev - 0.5 * stdDev;
  const peak = normalPdf(d1) / stdDev;
  return { sign, d1, d2, peak, cash: normalCdf(sign * d2), asset: normalCdf(sign * d1) };
}

/**
 * Greeks of an option on a forward. `theta` and `rho` hold the forward: only the discounting and the time value move
 * (rate = -ln(discount) / ttmYears).
 *
 * All inputs non-negative and finite; everything returned is then finite. At zero time or volatility the option is
 * decided: gamma, vega, vanna and volga are 0, delta is the discounted step (one half at the money).
 *
 * SOURCE: derivatives of Black (1976); E. G. Haug, "The Complete Guide to Option Pricing Formulas" (2007), chapter 2.
 */
export function black76Greeks(inputs: Black76Inputs): Greeks {
  const { right, forward, strike, volatility, ttmYears, discount } = inputs;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const odds = oddsOf(right, forward, strike, stdDev);
  const price = black76(right, forward, strike, stdDev, discount);
  const rate = ttmYears > NO_TIME && discount > 0 ? -Math.log(discount) / ttmYears : 0;
  const delta = signed(odds.sign, discount * odds.asset);
  const vega = discount * forward * odds.peak * volatility * ttmYears;
  return {
    price,
    delta,
    gamma: forward > 0 ? (discount * odds.peak) / forward : 0,
    vega,
    theta: rate * price - 0.5 * volatility ** 2 * discount * forward * odds.peak,
    rho: 0 - ttmYears * price,
    vanna: 0 - discount * odds.peak * odds.d2 * Math.sqrt(ttmYears),
    ...sharedGreeks(odds, inputs, vega, price, delta * forward),
  };
}

/**
 * Greeks of an option on an asset with a continuous yield. `theta` holds spot, rate and yield; `rho` and `dividendRho`
 * move the forward as well as the discounting.
 *
 * Inputs finite, all but the rates non-negative; limits as for `black76Greeks`.
 *
 * SOURCE: derivatives of Merton (1973); Haug (2007), chapter 2, generalised Black-Scholes with cost of carry.
 */
export function blackScholesMertonGreeks(inputs: BlackScholesMertonInputs): SpotGreeks {
  const { right, spot, strike, volatility, ttmYears, rate, dividendYield } = inputs;
  const stdDev = volatility * Math.sqrt(ttmYears);
  const growth = Math.exp((rate - dividendYield) * ttmYears);
  const discount = Math.exp(-rate * ttmYears);
  const forward = spot * growth;
  const odds = oddsOf(right, forward, strike, stdDev);
  const price = black76(right, forward, strike, stdDev, discount);
  const deltaForward = signed(odds.sign, discount * odds.asset);
  const delta = deltaForward * growth;
  const gammaForward = forward > 0 ? (discount * odds.peak) / forward : 0;
  const vega = discount * forward * odds.peak * volatility * ttmYears;
  const carried = (rate - dividendYield) * spot * delta;
  return {
    price,
    delta,
    gamma: gammaForward * growth ** 2,
    vega,
    theta: rate * price - carried - 0.5 * volatility ** 2 * discount * forward * odds.peak,
    rho: signed(odds.sign, ttmYears * strike * discount * odds.cash),
    vanna: 0 - discount * growth * odds.peak * odds.d2 * Math.sqrt(ttmYears),
    ...sharedGreeks(odds, { ...inputs, discount, forward }, vega, price, delta * spot),
    deltaForward,
    gammaForward,
    dividendRho: 0 - ttmYears * spot * delta,
  };
}

/** `magnitude` with a sign, but never minus zero, which would print as such. */
function signed(sign: number, magnitude: number): number {
  return sign > 0 ? magnitude : 0 - magnitude;
}

/** Those that do not depend on whether the underlying is the forward or spot; `deltaMoney` is delta times either. */
function sharedGreeks(
  odds: Odds,
  terms: Pick<Black76Inputs, 'forward' | 'strike' | 'volatility' | 'discount'>,
  vega: number,
  price: number,
  deltaMoney: number,
): Pick<
  Greeks,
  'volga' | 'elasticity' | 'strikeSensitivity' | 'strikeGamma' | 'itmCashProbability' | 'itmAssetProbability'
> {
  const { forward, strike, volatility, discount } = terms;
  const elasticity = deltaMoney / price;
  return {
    volga: volatility > 0 ? (vega * odds.d1 * odds.d2) / volatility : 0,
    elasticity: Number.isFinite(elasticity) ? elasticity : 0,
    strikeSensitivity: signed(-odds.sign, discount * odds.cash),
    strikeGamma: strike > 0 ? (discount * odds.peak * forward) / strike ** 2 : 0,
    itmCashProbability: odds.cash,
    itmAssetProbability: odds.asset,
  };
}
