import type { SourceLocation } from './source-location.js';

/** A trade as asked for or as proposed: `quantity` in contracts, signed (positive buys). */
export interface Trade {
  readonly instrument: string;
  readonly quantity: number;
  /** In the instrument's own price unit; null means the quote's own side (ask to buy, bid to sell). */
  readonly price: number | null;
  /** The row that asks for it; null for a trade that was not read. */
  readonly origin: SourceLocation | null;
}
