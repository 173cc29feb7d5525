import type { OptionRight } from '../domain/index.js';
import { bivariateNormalCdf } from '../math/bivariate-normal.js';
import { normalCdf } from '../math/normal-distribution.js';
import { black76 } from './black76.js';
import { standardDistance } from './standard-distance.js';
import { type TwoAssets, type TwoForwards, twoForwards } from './two-assets.js';

/** A European option on the better (`max`) or the worse (`min`) of two assets, one unit each. */
export interface BestOfTwoOption extends TwoAssets {
  readonly right: OptionRight;
  readonly of: 'max' | 'min';
  readonly strike: number;
}

/**
 * Price of a European option on the greater or the lesser of two lognormal assets; exact for them, to about 1e-15 of
 * spots and strike. In the currency of the strike.
 *
 * Spots, strike, volatilities and time non-negative, the correlation in [-1, 1], everything finite; otherwise NaN. Assets
 * that move as one (no time, no volatility, correlation 1 and equal volatilities) leave the ordinary option on the one
 * whose forward is greater or lesser.
 *
 * SOURCE: R. Stulz, "Options on the minimum or the maximum of two risky assets", J. Financial Economics 10 (1982); H.
 * Johnson, "Options on the maximum or the minimum of several assets", J. Financial and Quantitative Analysis 22 (1987),
 * whose probabilities of each asset being the one are used here for puts as well; E. G. Haug, "The Complete Guide to
 * Option Pricing Formulas" (1998), section 2.8.2.
 */
export function bestOfTwoOption(option: BestOfTwoOption): number {
  const pair = twoForwards(option);
  const { right, of, strike } = option;
  if (pair === null || !(strike >= 0 && strike < Infinity)) return Number.NaN;
  const decided = singleAsset(of, pair);
  if (decided !== null) return black76(right, decided.forward, strike, decided.stdDev, pair.discount);
  const value = expectedPayoff(right, of, strike, pair);
  return pair.discount * Math.max(0, value);
}

/** The one asset that the option is on, where that is known today. */
function singleAsset(of: 'max' | 'min', pair: TwoForwards): { forward: number; stdDev: number } | null {
  const { forward1, forward2, stdDev1, stdDev2, exchange } = pair;
  if (exchange > 0 && forward1 > 0 && forward2 > 0) return null;
  const isFirst = of === 'max' ? forward1 >= forward2 : forward1 <= forward2;
  return isFirst ? { forward: forward1, stdDev: stdDev1 } : { forward: forward2, stdDev: stdDev2 };
}

/**
 * Undiscounted. Each asset is worth its forward times the probability, counted in that asset, that it is the one and
 * that the option is exercised; the strike times the probability of exercise, counted in money.
 */
function expectedPayoff(right: OptionRight, of: 'max' | 'min', strike: number, pair: TwoForwards): number {
  const { forward1, forward2, stdDev1, stdDev2, exchange, correlation } = pair;
  const call = right === 'C' ? 1 : -1;
  const greater = of === 'max' ? 1 : -1;
  const first = standardDistance(forward1, strike, stdDev1);
  const second = standardDistance(forward2, strike, stdDev2);
  const between = standardDistance(forward1, forward2, exchange);
  const sign = call * greater;
  const [ratio1, ratio2] = [withRatio(stdDev1, stdDev2, pair), withRatio(stdDev2, stdDev1, pair)];
  const assets =
    forward1 * bivariateNormalCdf(call * first.d1, greater * between.d1, sign * ratio1.correlation, ratio1.rest) +
    forward2 * bivariateNormalCdf(call * second.d1, 0 - greater * between.d2, sign * ratio2.correlation, ratio2.rest);
  const [d, e] = [call * first.d2, call * second.d2];
  const both = bivariateNormalCdf(d, e, correlation);
  // A call on the lesser and a put on the greater need both assets beyond the strike, the others either.
  const money = strike * (sign < 0 ? both : normalCdf(d) + normalCdf(e) - both);
  return call * (assets - money);
}

/** Correlation of an asset with its ratio to the other one, (s1 - correlation s2) / s, and one less its square. */
function withRatio(own: number, other: number, { correlation, exchange }: TwoForwards) {
  // Neither may cancel: where one asset hardly moves, the other one and the ratio move all but together.
  const ratio = (own - other + (1 - correlation) * other) / exchange;
  const rest = (1 - correlation) * (1 + correlation) * (other / exchange) ** 2;
  return { correlation: Math.min(1, Math.max(-1, ratio)), rest: Math.min(1, rest) };
}
