import type { Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import { readTable } from './read-table.js';
import type { TableLayout } from './table-layout.js';

/** A table in which each thing has one row. The first column names it. */
export interface EachOnce<Entry> {
  readonly layout: TableLayout;
  /** The thing of a row; null after a complaint. */
  readonly read: (fields: FieldReader) => Entry | null;
  /** What may be there once. */
  readonly keyOf: (entry: Entry) => string;
  /** Complains of a thing that was there before, in that line. */
  readonly complain: (fields: FieldReader, entry: Entry, firstLine: number) => void;
}

/** Reads such a table, in the order of its rows; of a thing that is there twice the first stands. */
export function readEachOnce<Entry>(
  role: Parameters<typeof ingest>[0],
  path: string,
  io: Io,
  { layout, read, keyOf, complain }: EachOnce<Entry>,
): Promise<Ingested<readonly Entry[]>> {
  return ingest(role, path, io, (issues) => {
    const entries = new Map<string, { readonly entry: Entry; readonly line: number }>();
    let fields: FieldReader | null = null;
    return {
      read: async (source) => {
        await readTable(source, layout, issues, (row) => {
          fields ??= new FieldReader(issues, layout.known, row);
          fields.next(row);
          const entry = read(fields);
          if (entry === null) return;
          const first = entries.get(keyOf(entry));
          if (first === undefined) entries.set(keyOf(entry), { entry, line: fields.at(0).line });
          else complain(fields, entry, first.line);
        });
      },
      result: () => [...entries.values()].map(({ entry }) => entry),
    };
  });
}
