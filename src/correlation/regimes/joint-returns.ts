import type { PriceHistory } from '../../domain/index.js';

/** Log returns between successive dates on which every one of the underlyings has a price. */
export interface JointReturns {
  readonly names: readonly string[];
  /** The date that each return ends on, ISO, ascending. */
  readonly dates: readonly string[];
  /** Row-major, a row a date, as wide as `names`. */
  readonly values: Float64Array;
}

/**
 * The joint daily log returns of some underlyings. A date on which one has no positive price is skipped for all, so that a
 * return over a gap spans the same days for each.
 *
 * @param asOf prices after this ISO date are not looked at
 * @throws RangeError when the history has no such series
 */
export function jointReturns(history: PriceHistory, names: readonly string[], asOf?: string): JointReturns {
  const columns = names.map((name) => {
    const column = history.series.get(name);
    if (column === undefined) throw new RangeError(`the price history has no series ${name}`);
    return column;
  });
  const days = history.dates
    .map((_, t) => t)
    .filter((t) => asOf === undefined || history.dates[t]! <= asOf)
    .filter((t) => columns.every((column) => column[t]! > 0 && Number.isFinite(column[t]!)));
  const width = names.length;
  const values = new Float64Array(Math.max(0, days.length - 1) * width);
  for (let k = 1; k < days.length; k++) {
    columns.forEach((column, i) => {
      values[(k - 1) * width + i] = Math.log(column[days[k]!]! / column[days[k - 1]!]!);
    });
  }
  return { names, dates: days.slice(1).map((t) => history.dates[t]!), values };
}
