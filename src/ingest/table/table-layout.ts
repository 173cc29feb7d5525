import type { IssueCode } from '../../domain/index.js';

/** Which columns a kind of file has. A column's slot is its place in `known`; in an open table the others follow. */
export interface TableLayout {
  readonly known: readonly string[];
  readonly required: readonly string[];
  /** Columns that may be there and say nothing to this reader (margo's own output has more than its input). */
  readonly ignored?: readonly string[];
  /** `open`: any further column is kept under its own name; `closed`: it is warned of and not read. */
  readonly others: 'open' | 'closed';
  /** Whether the first column may go without a name (the corner of a square matrix). */
  readonly cornerMayBeBlank?: boolean;
  /**
   * What is said of a table that is there but has no rows (a header alone, or `[]`), null for nothing; absent where such a
   * table is refused. A file with nothing in it is always refused.
   */
  readonly emptyIs?: IssueCode | null;
  /** What a row is, for the complaint that there are none. */
  readonly rowsAre: string;
}
