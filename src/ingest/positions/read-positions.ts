import type { Book, Instrument, Io } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { Input } from '../source/input.js';
import { readTable } from '../table/read-table.js';
import { NetBook } from './net-book.js';
import { POSITIONS_LAYOUT, PositionRows } from './position-rows.js';

export interface PositionsOptions {
  /** Whose naming rules apply to rows that name none. */
  readonly venue: string | null;
  /** Contracts the market file has described, by name: rows of the same name need no descriptive columns. */
  readonly known?: ReadonlyMap<string, Instrument>;
}

/**
 * Reads a positions file (CSV, JSON or NDJSON; `-` is standard input) into a netted book. CSV and NDJSON are read row by
 * row, so that memory grows with the instruments only.
 *
 * Rows of quantity zero are left out with a warning, instruments that net to zero with a remark. Bad rows are left out
 * with an error each. A header without rows, or `[]`, is an empty book; a file with nothing in it is an error.
 */
export function readPositions(path: Input, io: Io, { venue, known }: PositionsOptions): Promise<Ingested<Book>> {
  return ingest('positions', path, io, (issues) => {
    const net = new NetBook(issues);
    const reader = new PositionRows(issues, net, venue, known);
    return {
      read: async (source) => {
        await readTable(source, POSITIONS_LAYOUT, issues, (row) => reader.take(row));
      },
      result: () => net.book(),
    };
  });
}
