import type { PriceHistory } from '../../domain/index.js';

const MILLISECONDS_A_DAY = 86_400_000;
const EPOCH = '1970-01-01';

/** A stretch of a price column that tells nothing of how it moves. */
export interface PriceFault {
  readonly name: string;
  readonly kind: 'gap' | 'stale';
  /** Gap: date of the last price before it; stale: of the first price of those that are the same. */
  readonly from: string;
  /** Gap: date of the first price after it; stale: of the last price that is the same. */
  readonly to: string;
  /** Gap: calendar days between the two; stale: prices that are the same. */
  readonly count: number;
}

export interface FaultTerms {
  /** Calendar days between two prices from which on they are a gap. */
  readonly gapDays: number;
  /** Equal prices in a row from which on they are stale. */
  readonly staleAfter: number;
}

/** Gaps and stale prices of every column up to a date (null for all), column by column, by date. Blanks within a stale stretch do not end it. */
export function priceFaults(history: PriceHistory, asOf: string | null, terms: FaultTerms): PriceFault[] {
  const faults: PriceFault[] = [];
  const dates = asOf === null ? history.dates : history.dates.filter((date) => date <= asOf);
  const days = Int32Array.from(dates, (date) => daysBetween(EPOCH, date));
  for (const [name, prices] of history.series) faults.push(...faultsOf(name, prices, dates, days, terms));
  return faults;
}

function faultsOf(
  name: string,
  prices: Float64Array,
  dates: readonly string[],
  days: Int32Array,
  { gapDays, staleAfter }: FaultTerms,
): PriceFault[] {
  const faults: PriceFault[] = [];
  let previous = -1;
  let first = -1;
  let same = 0;
  const endStretch = (): void => {
    if (same >= staleAfter) {
      faults.push({ name, kind: 'stale', from: dates[first]!, to: dates[previous]!, count: same });
    }
  };
  for (let t = 0; t < dates.length; t++) {
    if (!(prices[t]! > 0)) continue;
    if (previous >= 0) {
      const count = days[t]! - days[previous]!;
      if (count >= gapDays) faults.push({ name, kind: 'gap', from: dates[previous]!, to: dates[t]!, count });
    }
    if (previous < 0 || prices[t] !== prices[previous]) {
      endStretch();
      first = t;
      same = 0;
    }
    same += 1;
    previous = t;
  }
  endStretch();
  return faults.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Calendar days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY);
}
