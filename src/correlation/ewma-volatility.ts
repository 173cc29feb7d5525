import type { PriceHistory } from '../domain/index.js';

/** What became of a volatility estimate. */
export type EwmaVolatility =
  | {
      readonly kind: 'estimated';
      /** Standard deviation of one day's log return, a fraction. */
      readonly dailyVolatility: number;
      /** The ISO date of the last price used. */
      readonly lastDate: string;
      /** How many returns were used. */
      readonly returns: number;
    }
  | { readonly kind: 'tooFewReturns'; readonly returns: number; readonly required: number };

export interface EwmaOptions {
  /** Prices after this ISO date are not looked at; default: the whole history. */
  readonly asOf?: string | undefined;
  /** The weight a day keeps with every day that passes; 0.94 is RiskMetrics' daily figure. */
  readonly lambda?: number | undefined;
  /** Fewer returns than this are refused; default 20. */
  readonly minimumReturns?: number | undefined;
}

/**
 * The exponentially weighted daily volatility of an underlying at the last price on or before `asOf`:
 * sqrt( sum of lambda^k r_k^2 / sum of lambda^k ), k = 0 for the latest log return, mean return taken as zero.
 *
 * The weights are normalised, so that a short history needs no starting value. Blank days are skipped: the return
 * between two known prices counts as one day's. A price that is not positive has no logarithm and counts as blank.
 *
 * Source: J.P. Morgan/Reuters, "RiskMetrics Technical Document", 4th edition (1996), section 5.2.
 *
 * @throws RangeError when lambda is not in (0, 1], or the history has no such series.
 */
export function ewmaVolatility(history: PriceHistory, name: string, options: EwmaOptions = {}): EwmaVolatility {
  const { asOf, lambda = 0.94, minimumReturns = 20 } = options;
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`lambda ${lambda} is not in (0, 1]`);
  const prices = history.series.get(name);
  if (prices === undefined) throw new RangeError(`the price history has no series ${name}`);
  let variance = 0;
  let weight = 0;
  let returns = 0;
  let lastDate = '';
  let previous = Number.NaN;
  for (let t = 0; t < prices.length; t++) {
    const date = history.dates[t]!;
    if (asOf !== undefined && date > asOf) break;
    const price = prices[t]!;
    if (!(price > 0 && price < Number.POSITIVE_INFINITY)) continue;
    if (previous > 0) {
      variance = lambda * variance + Math.log(price / previous) ** 2;
      weight = lambda * weight + 1;
      returns++;
    }
    previous = price;
    lastDate = date;
  }
  const required = Math.max(1, minimumReturns);
  if (returns < required) return { kind: 'tooFewReturns', returns, required };
  return { kind: 'estimated', dailyVolatility: Math.sqrt(variance / weight), lastDate, returns };
}
