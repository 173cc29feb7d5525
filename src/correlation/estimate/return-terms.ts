import { figuresIn } from './reused-storage.js';

/** What a return is. */
export interface ReturnTerms {
  /** ln(P1 / P0), or P1 / P0 - 1. */
  readonly kind: 'log' | 'simple';
  /** Dates that a return spans, counted in dates with a price. */
  readonly days: number;
  /** Whether a return starts on every date, or where the last one ended. */
  readonly overlapping: boolean;
}

/**
 * Returns of a column on the dates of a calendar, the latest last. Those that do not overlap are counted back from the
 * last date, so that today's price is in.
 *
 * @param levels prices, or for log returns their logarithms, at every place the calendar names.
 * @param calendar places in `prices`, ascending.
 * @param reuse returns no longer needed, whose storage may be taken.
 */
export function returnsOn(
  levels: Float64Array,
  calendar: Int32Array,
  terms: ReturnTerms,
  reuse?: Float64Array,
): Float64Array {
  const { days } = terms;
  const isLog = terms.kind === 'log';
  const count = returnsIn(calendar.length, terms);
  const stride = terms.overlapping ? 1 : days;
  const returns = figuresIn(reuse, count);
  let end = calendar.length - 1;
  for (let k = count - 1; k >= 0; k--, end -= stride) {
    const to = levels[calendar[end]!]!;
    const from = levels[calendar[end - days]!]!;
    returns[k] = isLog ? to - from : to / from - 1;
  }
  return returns;
}

/** How many returns so many dates have. */
export function returnsIn(dates: number, { days, overlapping }: Omit<ReturnTerms, 'kind'>): number {
  const spans = dates - days;
  if (spans < 1) return 0;
  return overlapping ? spans : Math.floor((dates - 1) / days);
}

/**
 * How many returns that do not overlap tell as much of a correlation as `count` that do: their autocorrelations are
 * 1 - k/h, and the variance of a correlation grows by sum (1 - |k|/h)^2 = (2 h^2 + 1) / (3 h).
 *
 * SOURCE: M. Bartlett, "Some aspects of the time-correlation problem", Journal of the Royal Statistical Society 98 (1935).
 */
export function independentReturns(count: number, { days, overlapping }: Omit<ReturnTerms, 'kind'>): number {
  return overlapping ? (count * 3 * days) / (2 * days * days + 1) : count;
}
