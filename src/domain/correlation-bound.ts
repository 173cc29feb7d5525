import type { SourceLocation } from './source-location.js';

/** Between what the correlation of two underlyings may lie in search of the worst matrix. */
export interface CorrelationBound {
  readonly a: string;
  readonly b: string;
  readonly min: number;
  readonly max: number;
  readonly origin: { readonly a: SourceLocation; readonly b: SourceLocation; readonly min: SourceLocation };
}
