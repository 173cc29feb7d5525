import type { CorrelationMatrix, Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import type { Input } from '../source/input.js';
import { columnKey } from '../table/column-name.js';
import type { Header } from '../table/header.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { LongRows } from './long-rows.js';
import { PairTable } from './pair-table.js';
import { SquareRows } from './square-rows.js';

const LAYOUT: TableLayout = {
  known: [],
  required: [],
  others: 'open',
  cornerMayBeBlank: true,
  rowsAre: 'a square matrix with names in the first row and column, or the columns a, b, correlation',
};

/**
 * Reads a correlation matrix, square (names in the first row and column; a blank below or above the diagonal takes the
 * value of the other side) or long (columns `a, b, correlation`, each pair once or twice the same). Values are not altered, but for
 * rounding that misses 1, and whether the matrix is positive semidefinite is not looked at here. Names are in the order of the file.
 */
export function readCorrelations(path: Input, io: Io): Promise<Ingested<CorrelationMatrix>> {
  return readPairs(path, io, (pairs) => pairs.matrix());
}

/** A matrix with which of its pairs the file states acceptably; the others are 0. */
export interface StatedCorrelations {
  readonly matrix: CorrelationMatrix;
  /** Whether the entry at a place of `values` is what the file says. */
  readonly isStated: (at: number) => boolean;
}

/** As `readCorrelations`, for those who look at what is good in a file that is not. */
export function readStatedCorrelations(path: Input, io: Io): Promise<Ingested<StatedCorrelations>> {
  return readPairs(path, io, (pairs) => {
    const matrix = pairs.matrix();
    const { names } = matrix;
    const n = names.length;
    return { matrix, isStated: (at) => pairs.states(names[Math.floor(at / n)] ?? '', names[at % n] ?? '') };
  });
}

function readPairs<T>(path: Input, io: Io, result: (pairs: PairTable) => T): Promise<Ingested<T>> {
  return ingest('correlations', path, io, (issues) => {
    const pairs = new PairTable(issues);
    let rows: { take(row: Row): void } | null = null;
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row, header) => {
          rows ??= rowsOf(header, row, pairs, issues);
          rows.take(row);
        });
      },
      result: () => result(pairs),
    };
  });
}

function rowsOf(header: Header, row: Row, pairs: PairTable, issues: IssueList): { take(row: Row): void } {
  const fields = new FieldReader(issues, header.names, row);
  const keys = header.names.map(columnKey);
  const [a, b, correlation] = [keys.indexOf('a'), keys.indexOf('b'), keys.indexOf('correlation')] as const;
  if (correlation === -1) return new SquareRows(header.names, fields, pairs, issues, row);
  for (const [slot, name] of header.names.entries()) {
    const isRead = [a, b, correlation].includes(slot);
    if (!isRead)
      issues.add('COLUMN_UNKNOWN', { at: row.start(), field: name, hint: 'known columns: a, b, correlation' });
  }
  const missing = ['a', 'b'].filter((name) => !keys.includes(name));
  for (const field of missing) {
    issues.add('COLUMN_MISSING', { at: row.start(), field, detail: header.names.join(', ') });
  }
  return missing.length > 0 ? { take: () => {} } : new LongRows({ a, b, correlation }, fields, pairs);
}
