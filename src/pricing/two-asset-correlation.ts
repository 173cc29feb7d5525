import type { OptionRight } from '../domain/index.js';
import { bivariateNormalCdf } from '../math/bivariate-normal.js';
import { standardDistance } from './standard-distance.js';
import { type TwoAssets, twoForwards } from './two-assets.js';

/** A European option on the second asset that counts only if the first ends beyond a strike of its own. */
export interface TwoAssetCorrelationOption extends TwoAssets {
  readonly right: OptionRight;
  /** The first asset must end above it for a call, below it for a put. */
  readonly strike1: number;
  /** Of the payoff, on the second asset. */
  readonly strike2: number;
}

/**
 * Price of a two-asset correlation option: a call pays max(S2 - strike2, 0) if S1 > strike1, a put
 * max(strike2 - S2, 0) if S1 < strike1. In the currency of the second asset; exact for two lognormal assets, to about
 * 1e-15 of spot and strike.
 *
 * Spots, strikes, volatilities and time non-negative, the correlation in [-1, 1], everything finite; otherwise NaN. A
 * first asset that ends at its strike for certain counts for one half, the limit.
 *
 * SOURCE: P. G. Zhang, "Correlation digital options", J. Financial Engineering 4 (1995); E. G. Haug, "The Complete Guide
 * to Option Pricing Formulas" (1998), section 2.8.4.
 */
export function twoAssetCorrelationOption(option: TwoAssetCorrelationOption): number {
  const pair = twoForwards(option);
  const { right, strike1, strike2 } = option;
  if (pair === null || !(strike1 >= 0 && strike1 < Infinity && strike2 >= 0 && strike2 < Infinity)) return Number.NaN;
  const { forward1, forward2, stdDev1, stdDev2, correlation, discount } = pair;
  const sign = right === 'C' ? 1 : -1;
  const first = standardDistance(forward1, strike1, stdDev1);
  const second = standardDistance(forward2, strike2, stdDev2);
  // Counted in the second asset, the first one drifts by what the two have in common.
  const shifted = first.d2 + correlation * stdDev2;
  const asset = forward2 * bivariateNormalCdf(sign * second.d1, sign * shifted, correlation);
  const money = strike2 * bivariateNormalCdf(sign * second.d2, sign * first.d2, correlation);
  return discount * Math.max(0, sign * (asset - money));
}
