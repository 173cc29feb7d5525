import type { RowBlock } from './linear-program.js';
import type { SolveOutcome } from './solver.js';

/** What the owner of a program knows of it that its numbers do not say. */
export interface TreeGuide {
  /** Columns of 0 or 1, each with the columns that are 0 while it is. */
  readonly switches: ReadonlyMap<number, readonly number[]>;
  /** Points of the program near an answer of its relaxation, whole where they must be; those that break a row are dropped. */
  readonly points: (x: Float64Array) => Iterable<Float64Array>;
  /** An answer with each column that only switches others as low as they let it be. */
  readonly leastSwitches: (x: Float64Array) => Float64Array;
  /** Rows that belong to the program and that an answer violates; null for none. They stay. */
  readonly missing: (x: Float64Array) => RowBlock | null;
}

export interface TreeEnd {
  readonly outcome: SolveOutcome;
  /** 1 for each column that no better point than the best one, by more than the gap, can use: proven by its reduced cost. */
  readonly screened: Uint8Array;
  readonly nodes: number;
}
