import type { Instrument } from './instrument.js';
import type { SourceLocation } from './source-location.js';

/** A holding: `quantity` in contracts, signed (negative is short). */
export interface Position {
  readonly instrument: Instrument;
  readonly quantity: number;
  /** In the instrument's own price unit; null when not given. */
  readonly entryPrice: number | null;
  readonly account: string | null;
  readonly venue: string | null;
  /** The first row that named the instrument. */
  readonly origin: SourceLocation | null;
}

/** Positions netted by instrument: no two share a name, none has quantity 0. */
export interface Book {
  readonly positions: readonly Position[];
}
