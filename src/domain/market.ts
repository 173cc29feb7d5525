import type { Dividend } from './dividend.js';
import type { Instrument } from './instrument.js';
import type { SourceLocation } from './source-location.js';

/** One row of the market file. Prices in the instrument's own unit; sizes and lots in contracts; null means not given. */
export interface Quote {
  readonly instrument: Instrument;
  readonly bid: number | null;
  readonly bidSize: number | null;
  readonly ask: number | null;
  readonly askSize: number | null;
  readonly mark: number | null;
  /** Annual volatility as a decimal (0.45). */
  readonly iv: number | null;
  /** Forward of the instrument's expiry, in quote currency per unit of the underlying. */
  readonly underlyingPrice: number | null;
  /** Continuous annual rate as a decimal. */
  readonly rate: number | null;
  readonly dividendYield: number | null;
  readonly tick: number | null;
  readonly lot: number | null;
  /** Taker fee per contract, in the currency of the price (before any cap); null when not given. */
  readonly fee: number | null;
  /** How sure the feed behind the row is of its figures, 0 to 1; null counts as sure. Some venues charge for doubt. */
  readonly confidence: number | null;
  readonly origin: SourceLocation | null;
}

/** A market at one instant. */
export interface Market {
  /** Latest `timestamp` of the rows, epoch milliseconds; null when the file states none. */
  readonly timestamp: number | null;
  /** By instrument name, in file order. */
  readonly quotes: ReadonlyMap<string, Quote>;
  /** Cash dividends by underlying, by ex-date; absent where none are given. */
  readonly dividends?: ReadonlyMap<string, readonly Dividend[]>;
}
