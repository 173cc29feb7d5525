import type { PriceHistory } from '../../domain/index.js';
import { type ReturnTerms, returnsOn } from './return-terms.js';
import { placesIn } from './reused-storage.js';

/** Columns that have a price on the same dates. */
export interface ColumnGroup {
  /** Places in the panel's names. */
  readonly members: readonly number[];
  /** Places of their dates in the panel's, ascending. */
  readonly calendar: Int32Array;
}

/** Price columns by the dates they have. */
export interface PricePanel {
  readonly names: readonly string[];
  readonly dates: readonly string[];
  /** A column per name, NaN where there is no price. */
  readonly columns: readonly Float64Array[];
  /** The logarithms of the columns, taken once. */
  readonly logs: readonly Float64Array[];
  readonly groups: readonly ColumnGroup[];
}

/**
 * The prices on or before a date, columns with the same dates put together, so that what they share is worked out once.
 * A price that is not positive counts as a blank.
 *
 * @param missing `common`: only dates with a price of every column are looked at.
 */
export function pricePanel(
  history: PriceHistory,
  { asOf, missing }: { readonly asOf: string | null; readonly missing: 'pairwise' | 'common' },
): PricePanel {
  const names = [...history.series.keys()];
  const end = asOf === null ? history.dates.length : history.dates.filter((date) => date <= asOf).length;
  const columns = [...history.series.values()].map((prices) =>
    prices.slice(0, end).map((price) => (price > 0 && Number.isFinite(price) ? price : Number.NaN)),
  );
  const logs = columns.map((column) => column.map(Math.log));
  const panel = { names, dates: history.dates.slice(0, end), columns, logs, groups: groupsByDates(columns, end) };
  return missing === 'common' ? commonPanel(panel) : panel;
}

/** The same prices, looked at on the dates that all columns have. */
export function commonPanel(panel: PricePanel): PricePanel {
  const calendar = commonDates(panel.columns, panel.dates.length);
  return { ...panel, groups: [{ members: panel.names.map((_, i) => i), calendar }] };
}

/** The dates that two calendars share; `reuse` is a calendar no longer needed, whose storage may be taken. */
export function sharedDates(a: Int32Array, b: Int32Array, reuse?: Int32Array): Int32Array {
  if (a === b) return a;
  const shared = placesIn(reuse, Math.min(a.length, b.length));
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared[count++] = a[i]!;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared.subarray(0, count);
}

/** The places at which every column has a price. */
export function commonDates(columns: readonly Float64Array[], end: number): Int32Array {
  const places = new Int32Array(end);
  let count = 0;
  for (let t = 0; t < end; t++) {
    if (columns.every((column) => !Number.isNaN(column[t]!))) places[count++] = t;
  }
  return places.subarray(0, count);
}

function groupsByDates(columns: readonly Float64Array[], end: number): ColumnGroup[] {
  const groups: { members: number[]; calendar: Int32Array }[] = [];
  columns.forEach((column, i) => {
    const calendar = commonDates([column], end);
    const like = groups.find((group) => sameDates(group.calendar, calendar));
    if (like === undefined) groups.push({ members: [i], calendar });
    else like.members.push(i);
  });
  return groups;
}

function sameDates(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** What returns are made of: prices, or their logarithms. */
export function levelsOf({ columns, logs }: PricePanel, i: number, kind: 'log' | 'simple'): Float64Array {
  return kind === 'log' ? logs[i]! : columns[i]!;
}

/** Every column's returns on the dates that all have. */
export function returnsOnCommonDates(panel: PricePanel, terms: ReturnTerms): Float64Array[] {
  const calendar = commonDates(panel.columns, panel.dates.length);
  return panel.names.map((_, i) => returnsOn(levelsOf(panel, i, terms.kind), calendar, terms));
}
