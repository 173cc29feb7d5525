import type { CsvRow } from '../csv-table.js';
import type { Comparison, NotCovered } from '../vector-case.js';

/** How the rows of one kind of pricing file are checked. */
export interface PricingFile {
  /** The figures of a row; throws where it lacks one. A reason, where the row is not checked on purpose. */
  readonly compare: (row: CsvRow) => readonly Comparison[] | Pick<NotCovered, 'reason'>;
}

/** Whether a file is one of this kind: the checker for it, a reason for leaving it out, or null when it is not. */
export type PricingFileKind = (
  name: string,
  columns: ReadonlySet<string>,
) => PricingFile | Pick<NotCovered, 'reason'> | null;

/** Whether all of the columns are there. */
export function hasColumns(columns: ReadonlySet<string>, ...names: readonly string[]): boolean {
  return names.every((name) => columns.has(name));
}
