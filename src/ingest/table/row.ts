import type { SourceLocation } from '../../domain/index.js';

/** One row of a table, whatever the file's format. Valid only during the call that hands it over: readers reuse it. */
export interface Row {
  /** The field in a slot of the header, without surrounding blanks; `''` when blank or absent. */
  text(slot: number): string;
  /** Where that field begins; where the row begins when the field is absent. Costs a scan: for complaints and origins. */
  at(slot: number): SourceLocation;
  /** Where the row begins. */
  start(): SourceLocation;
}
