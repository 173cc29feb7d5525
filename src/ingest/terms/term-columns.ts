import type { ExerciseStyle, InstrumentType, OptionRight, Settlement } from '../../domain/index.js';

/** The columns that describe a contract where its name alone does not. */
export const TERM_COLUMNS = [
  'type',
  'underlying',
  'expiry',
  'strike',
  'right',
  'exercise',
  'settlement',
  'multiplier',
  'currency',
] as const;

export type TermColumn = (typeof TERM_COLUMNS)[number];

/** What the descriptive columns of one row say; null where they are blank. */
export interface GivenTerms {
  readonly type: Exclude<InstrumentType, 'trade'> | null;
  readonly underlying: string | null;
  readonly expiry: GivenExpiry | null;
  readonly strike: number | null;
  readonly right: OptionRight | null;
  readonly exercise: ExerciseStyle | null;
  readonly settlement: Settlement | null;
  readonly multiplier: number | null;
  readonly currency: string | null;
}

/** An expiry as given: the moment, or midnight UTC of a date whose hour is still to be decided. */
export interface GivenExpiry {
  readonly epochMs: number;
  readonly dateOnly: boolean;
}
