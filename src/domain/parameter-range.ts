import type { SourceLocation } from './source-location.js';

/** Between what a number of a rule book's parameter set may lie. */
export interface ParameterRange {
  /** Its dotted place, entries of lists counted from 0: `volUp`, `priceRange.BTC`, `scenarios.3.spotShock`. */
  readonly parameter: string;
  readonly min: number;
  readonly max: number;
  /** Where the row, and each end of it, was read. */
  readonly origin: { readonly parameter: SourceLocation; readonly min: SourceLocation; readonly max: SourceLocation };
}
