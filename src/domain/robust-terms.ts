import type { SourceLocation } from './source-location.js';

/** What the margins of several cases come to: the highest counts, or their sum by weight. */
export type RobustRule = 'worst' | 'weighted';

/** A case that a book is hedged against, as its owner states it: what it does not say is as in the run itself. */
export interface RobustCaseTerms {
  readonly name: string;
  readonly weight: number;
  /** `ID` or `ID@SET`. */
  readonly model: string | null;
  /** Figures of the model, by dotted name. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Paths. */
  readonly parameters: string | null;
  readonly market: string | null;
  readonly correlations: string | null;
  readonly origin: SourceLocation | null;
}
