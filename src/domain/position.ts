import type { Instrument } from './instrument.js';
import type { SourceLocation } from './source-location.js';

/** Contracts of a position that belong to one strategy; `tag` is null for those of rows without one. */
export interface TaggedQuantity {
  readonly tag: string | null;
  readonly quantity: number;
}

/** A holding: `quantity` in contracts, signed (negative is short). */
export interface Position {
  readonly instrument: Instrument;
  readonly quantity: number;
  /** In the instrument's own price unit; null when not given. */
  readonly entryPrice: number | null;
  readonly account: string | null;
  readonly venue: string | null;
  /** The quantity by strategy tag, in the order of first rows; those of the parts add up to it. */
  readonly tags: readonly TaggedQuantity[];
  /** The first row that named the instrument. */
  readonly origin: SourceLocation | null;
}

/** Positions netted by instrument: no two share a name, none has quantity 0. */
export interface Book {
  readonly positions: readonly Position[];
}
