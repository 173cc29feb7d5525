import { variance } from '../../math/statistics.js';
import { daysBetween } from './price-faults.js';
import { commonDates, levelsOf, type PricePanel } from './price-panel.js';
import { type ReturnTerms, returnsOn } from './return-terms.js';

const DAYS_A_YEAR = 365.25;

/** How much one column moves. */
export interface ColumnVolatility {
  readonly name: string;
  readonly observations: number;
  /** Dates of its first and last price; null where it has none. */
  readonly first: string | null;
  readonly last: string | null;
  /** Dates of the panel between the two without a price. */
  readonly missing: number;
  /** Dates with a price in a year; null for fewer than two. */
  readonly datesPerYear: number | null;
  /** Standard deviation of a return over one date; null for fewer than two returns. */
  readonly daily: number | null;
  readonly annual: number | null;
}

/**
 * The volatility of every column on its own dates: the standard deviation of its returns (divisor n - 1; exponentially
 * weighted round zero, where a half-life is given) over sqrt(h), and that times the square root of its dates a year.
 */
export function columnVolatilities(panel: PricePanel, terms: ReturnTerms, halfLife: number | null): ColumnVolatility[] {
  return panel.columns.map((column, i) => {
    const calendar = commonDates([column], panel.dates.length);
    const returns = returnsOn(levelsOf(panel, i, terms.kind), calendar, terms);
    const first = panel.dates[calendar[0] ?? -1] ?? null;
    const last = panel.dates[calendar.at(-1) ?? -1] ?? null;
    const span = first === null || last === null ? 0 : daysBetween(first, last);
    const datesPerYear = span === 0 ? null : ((calendar.length - 1) / span) * DAYS_A_YEAR;
    const squared = halfLife === null ? variance(returns) : weightedSquare(returns, halfLife);
    const daily = Number.isFinite(squared) ? Math.sqrt(squared / terms.days) : null;
    return {
      name: panel.names[i]!,
      observations: returns.length,
      first,
      last,
      missing: calendar.length === 0 ? 0 : calendar.at(-1)! - calendar[0]! + 1 - calendar.length,
      datesPerYear,
      daily,
      annual: daily === null || datesPerYear === null ? null : daily * Math.sqrt(datesPerYear),
    };
  });
}

function weightedSquare(returns: Float64Array, halfLife: number): number {
  const decay = 0.5 ** (1 / halfLife);
  let squares = 0;
  let weight = 0;
  for (let t = 0; t < returns.length; t++) {
    squares = decay * squares + returns[t]! ** 2;
    weight = decay * weight + 1;
  }
  return returns.length < 2 ? Number.NaN : squares / weight;
}
