import { type Issue, makeIssue, type Position, type PriceHistory } from '../domain/index.js';
import type { MarketView, ValuedInstrument } from '../scenario/index.js';

/** The part of a price history that a book can be moved by. */
export interface JointHistory {
  /** Without a blank in any series; the dates on which every underlying held has a price. */
  readonly history: PriceHistory;
  readonly issues: readonly Issue[];
  /** Why a line cannot take part; null when it can. */
  readonly misses: (line: ValuedInstrument) => string | null;
}

export interface JointHistoryInputs {
  readonly prices: PriceHistory | null;
  readonly held: readonly ValuedInstrument[];
  readonly positions: readonly Position[];
  readonly view: MarketView;
  /** The most dates that are of use. */
  readonly dates: number;
}

/**
 * The latest dates, up to the as-of date, on which every underlying held has a price, and all series that have one on each of
 * them. The book alone decides the dates, so that a margin does not depend on which candidates were looked at; a candidate whose
 * underlying lacks a price on one of them cannot take part.
 */
export function jointHistory({ prices, held, positions, view, dates }: JointHistoryInputs): JointHistory {
  const needed = new Map(held.flatMap((line) => pricesMoving(line).map((name) => [name, line] as const)));
  const issues: Issue[] = [];
  for (const [name, line] of [...needed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (prices?.series.has(name)) continue;
    const first = positions.find(({ instrument }) => instrument.name === line.instrument.name);
    issues.push(makeIssue('RUN_NO_PRICE_HISTORY', { at: first?.origin, subject: name }));
  }
  const history =
    issues.length > 0 || prices === null ? EMPTY : complete(prices, [...needed.keys()], view, dates, issues);
  const lacking = (name: string): boolean => !history.series.has(name);
  return {
    history,
    issues,
    misses: (line) => {
      const name = pricesMoving(line).find(lacking);
      return name === undefined ? null : `no price of ${name} on each date of the history`;
    },
  };
}

const EMPTY: PriceHistory = { dates: [], series: new Map() };

/** The underlyings whose prices move a line: its own, and the coin that it is settled in. */
function pricesMoving({ instrument, currencyUnderlying }: ValuedInstrument): string[] {
  if (instrument.type === 'index') return [];
  return currencyUnderlying === null ? [instrument.underlying] : [instrument.underlying, currencyUnderlying];
}

function complete(
  { dates, series }: PriceHistory,
  names: readonly string[],
  view: MarketView,
  most: number,
  issues: Issue[],
): PriceHistory {
  const asOf = new Date(view.asOf).toISOString().slice(0, 10);
  const known = (name: string, t: number): boolean =>
    series.get(name)![t]! > 0 && Number.isFinite(series.get(name)![t]);
  const days = [...dates.keys()].filter((t) => dates[t]! <= asOf);
  const usable = days.filter((t) => names.every((name) => known(name, t))).slice(-most);
  const gaps = usable.length === 0 ? [] : days.filter((t) => t > usable[0]! && !names.every((name) => known(name, t)));
  if (gaps.length > 0) {
    const blank = names.filter((name) => gaps.some((t) => !known(name, t)));
    const detail = `${gaps.length} of ${days.length - usable[0]!} dates from ${dates[usable[0]!]} on`;
    issues.push(makeIssue('RUN_PRICE_GAPS', { subject: blank.sort().join(', '), detail }));
  }
  const whole = [...series.keys()].filter((name) => usable.every((t) => known(name, t)));
  return {
    dates: usable.map((t) => dates[t]!),
    series: new Map(whole.map((name) => [name, Float64Array.from(usable, (t) => series.get(name)![t]!)])),
  };
}
