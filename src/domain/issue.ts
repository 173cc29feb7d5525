import type { SourceLocation } from './source-location.js';

export type Severity = 'error' | 'warning' | 'info';

/** A complaint about the user's data or request. Keys are in the order in which documents print them. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly hint: string | null;
}

/** The facts from which a message is built; see `issue-table.ts`. */
export interface IssueFacts {
  readonly at?: SourceLocation | null | undefined;
  readonly field?: string | null | undefined;
  /** The offending text as the user wrote it. */
  readonly value?: string | null | undefined;
  /** What would be accepted. */
  readonly expected?: string | undefined;
  readonly hint?: string | null | undefined;
  /** What the sentence is about (an instrument, an underlying, a limit). */
  readonly subject?: string | undefined;
  /** A second thing or figure the sentence needs. */
  readonly detail?: string | undefined;
}

/** A value read together with everything there is to say about it. The value holds what was good even when issues exist. */
export interface Parsed<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}
