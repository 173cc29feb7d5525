import type { PriceHistory, StressMove, StressScenario } from '../../../domain/index.js';

/** Moves from one price date to a later one. */
export interface HistoryWindow {
  /** Places of its ends in the dates of the history. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  /** Price at its end over price at its start, less 1, by underlying; those without both prices are not in it. */
  readonly moves: ReadonlyMap<string, number>;
  /** Underlyings that the book needs, and that lack a price at either end. */
  readonly missing: readonly string[];
}

/** What of a history is looked at. */
export interface WindowsAsked {
  readonly windowDays: number;
  /** Dates at which a window may begin and end, ISO, both included; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Columns to be moved. */
  readonly names: readonly string[];
  /** Those of them without which the book cannot be valued. */
  readonly needed: ReadonlySet<string>;
}

/** Every window of so many price dates, by date. Prices are only ever those of the two dates: none is filled in. */
export function historyWindows({ dates, series }: PriceHistory, asked: WindowsAsked): HistoryWindow[] {
  const { windowDays, from, to, names, needed } = asked;
  const windows: HistoryWindow[] = [];
  for (let end = windowDays; end < dates.length; end++) {
    const start = end - windowDays;
    const [first, last] = [dates[start]!, dates[end]!];
    if ((from !== null && first < from) || (to !== null && last > to)) continue;
    const moves = new Map<string, number>();
    for (const name of names) {
      const prices = series.get(name)!;
      const move = prices[end]! / prices[start]! - 1;
      if (Number.isFinite(move)) moves.set(name, move);
    }
    const missing = [...needed].filter((name) => !moves.has(name));
    windows.push({ start, end, from: first, to: last, moves, missing });
  }
  return windows;
}

/** The joint move of a window as a scenario: levels, with every forward in proportion; volatilities and rates stand still. */
export function windowScenario({ to, moves }: HistoryWindow): StressScenario {
  const bucket = { minDays: null, maxDays: null, minMoneyness: null, maxMoneyness: null };
  const levels = [...moves].map(
    ([of, amount]): StressMove => ({ kind: 'level', of, amount, absolute: false, expiry: null, bucket, origin: null }),
  );
  return { name: to, combine: 'product', moves: levels };
}
