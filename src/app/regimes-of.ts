import { type FoundRegimes, findRegimes, jointReturns } from '../correlation/index.js';
import type { PriceHistory } from '../domain/index.js';

/** Returns in a rolling window, where nothing else is asked. */
export const REGIME_WINDOW = 42;

/** Regimes of the prices of some underlyings, with what they were found over. */
export type RegimesFound = FoundRegimes & {
  /** Those of the underlyings that have prices. */
  readonly underlyings: readonly string[];
  /** First and last date of a return; empty without any. */
  readonly from: string;
  readonly to: string;
};

/**
 * The regimes of a price file up to an instant, over those of the underlyings that it has.
 *
 * @param names underlyings that are correlated
 * @param asOf prices after this instant are not looked at
 */
export function regimesOf(
  prices: PriceHistory,
  names: readonly string[],
  { asOf, ...options }: { regimes: number; window: number; seed: number; asOf: number },
): RegimesFound {
  const underlyings = names.filter((name) => prices.series.has(name));
  const returns = jointReturns(prices, underlyings, new Date(asOf).toISOString().slice(0, 10));
  const [from = '', to = ''] = [returns.dates[0], returns.dates.at(-1)];
  return { ...findRegimes(returns, options), underlyings, from, to };
}
