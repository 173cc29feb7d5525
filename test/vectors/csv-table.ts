import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One row of a vector file, by column name. */
export interface CsvRow {
  /** 1 is the header. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Reads a CSV file with a header. Throws what csv-parse says of a damaged one. */
export function readCsvTable(path: string): CsvTable {
  const records: string[][] = parse(readFileSync(path), {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const [columns = [], ...lines] = records;
  const rows = lines.map((cells, index) => ({
    line: index + 2,
    cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
  }));
  return { columns, rows };
}

/** The figure of a cell. Throws, naming the column, where there is none. */
export function figure(row: CsvRow, column: string): number {
  const text = row.cells[column];
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw new RangeError(`no figure in column ${column} (${JSON.stringify(text ?? null)})`);
  return value;
}

/**
 * The row's own tolerance, or the default of its file where it has none that is positive; that one grows with the
 * figure.
 */
export function toleranceOf(row: CsvRow, byDefault: number, theirs: number): number {
  const own = Number(row.cells.tol);
  return own > 0 ? own : byDefault * Math.max(1, Math.abs(theirs));
}
