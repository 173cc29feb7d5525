import type { PriceHistory } from '../domain/index.js';

/** A day's volatility counts as at least this part of the whole history's: prices that stood still would make the next move endless. */
const LEAST_SHARE = 0.1;
/** No logarithm of a move is larger: its exponential is to stay a number. */
const LARGEST_LOG = 10;

/** How a price history becomes joint moves. */
export interface WindowSettings {
  /** Days of a move, from 1. */
  readonly horizonDays: number;
  /** Moves over `horizonDays` dates, sharing days with their neighbours; or those of one day, times the root of the days. */
  readonly days: 'overlapping' | 'scaled';
  /** The weight a day keeps with every day that passes, in the volatility that moves are rescaled to; 1 leaves them as they were. */
  readonly ewmaLambda: number;
}

/** What the market did up to a date, all underlyings together. */
export interface HistoryWindow {
  /** The ISO date on which it ended. */
  readonly date: string;
  /** Fraction by which each underlying moved, in the order asked for. */
  readonly moves: Float64Array;
}

/**
 * The joint moves of a history, oldest first: date by date, so that whatever moved together does so again and no correlation
 * is estimated. With `ewmaLambda` below 1 every day's return is divided by the volatility of its day and multiplied by that
 * after the last (filtered historical simulation):
 *
 * ```
 * s2_t = lambda s2_(t-1) + (1 - lambda) r_(t-1)^2      r*_t = r_t x s_(T+1) / s_t
 * ```
 *
 * starting from the mean of all r^2, s_t never below a tenth of its root. Returns are logarithmic and add up over the days; a move is exp(r) - 1.
 *
 * SOURCE: G. Barone-Adesi, K. Giannopoulos and L. Vosper, "VaR without correlations for portfolios of derivative securities",
 * Journal of Futures Markets 19 (1999); J. Hull and A. White, Journal of Risk 1 (1998) for the rescaling.
 *
 * @param history without blanks in the series asked for
 * @throws RangeError when the history has no such series, or a blank in one
 */
export function historyWindows(
  history: PriceHistory,
  names: readonly string[],
  { horizonDays, days, ewmaLambda }: WindowSettings,
): HistoryWindow[] {
  const returns = names.map((name) => rescaled(dailyReturns(history, name), ewmaLambda));
  const length = days === 'overlapping' ? horizonDays : 1;
  const factor = days === 'overlapping' ? 1 : Math.sqrt(horizonDays);
  const windows: HistoryWindow[] = [];
  for (let end = length; end < history.dates.length; end++) {
    const moves = Float64Array.from(returns, (own) => {
      let total = 0;
      for (let t = end - length; t < end; t++) total += own[t]!;
      return Math.expm1(Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, factor * total)));
    });
    windows.push({ date: history.dates[end]!, moves });
  }
  return windows;
}

/** Log returns from each date to the next. */
function dailyReturns(history: PriceHistory, name: string): Float64Array {
  const prices = history.series.get(name);
  if (prices === undefined) throw new RangeError(`the price history has no series ${name}`);
  const returns = new Float64Array(Math.max(0, prices.length - 1));
  for (let t = 0; t < returns.length; t++) returns[t] = Math.log(prices[t + 1]! / prices[t]!);
  if (!returns.every(Number.isFinite)) throw new RangeError(`the price history of ${name} has blanks`);
  return returns;
}

function rescaled(returns: Float64Array, lambda: number): Float64Array {
  if (lambda === 1) return returns;
  let variance = returns.reduce((total, r) => total + r * r, 0) / Math.max(1, returns.length);
  const least = LEAST_SHARE * Math.sqrt(variance);
  const deviations = returns.map((r) => {
    const deviation = Math.max(least, Math.sqrt(variance));
    variance = lambda * variance + (1 - lambda) * r * r;
    return deviation;
  });
  const last = Math.sqrt(variance);
  // Where nothing had moved yet there is nothing to rescale.
  return returns.map((r, t) => (deviations[t]! > 0 ? (r / deviations[t]!) * last : r));
}
