import type { CorrelationBound, Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import { readTable } from '../table/read-table.js';
import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = ['a', 'b', 'min', 'max'] as const;
const [A, B, MIN, MAX] = [0, 1, 2, 3] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: COLUMNS,
  others: 'closed',
  rowsAre: 'a header and one row per pair: a, b, min, max',
};

const NAME = 'the name of an underlying';
const END = 'a correlation from -1 to 1';

/**
 * Reads bounds of correlations: one row per pair, each pair once in either order, its lower end not above its upper. Whether
 * the book has the underlyings is looked at where the book is known.
 */
export function readCorrelationBounds(path: string, io: Io): Promise<Ingested<readonly CorrelationBound[]>> {
  return ingest('correlation-bounds', path, io, (issues) => {
    const bounds = new Map<string, CorrelationBound>();
    let fields: FieldReader | null = null;
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => {
          fields ??= new FieldReader(issues, COLUMNS, row);
          fields.next(row);
          const bound = readBound(fields);
          if (bound === null) return;
          const key = JSON.stringify([bound.a, bound.b].sort());
          const first = bounds.get(key);
          if (first === undefined) bounds.set(key, bound);
          else {
            const subject = `${bound.a} and ${bound.b}`;
            fields.complain('STR_BOUND_TWICE', A, { subject, detail: String(first.origin.a.line) });
          }
        });
      },
      result: () => [...bounds.values()],
    };
  });
}

function readBound(fields: FieldReader): CorrelationBound | null {
  const a = fields.requiredText(A, NAME);
  const b = fields.requiredText(B, NAME);
  const min = readEnd(fields, MIN);
  const max = readEnd(fields, MAX);
  if (fields.failed || min === null || max === null) return null;
  if (a === b) fields.complain('STR_BOUND_SELF', B, { subject: a });
  if (min > max) fields.complain('STR_BOUND_EMPTY', MIN, { subject: `${a} and ${b}`, detail: fields.text(MAX) ?? '' });
  const origin = { a: fields.at(A), b: fields.at(B), min: fields.at(MIN) };
  return fields.failed ? null : { a, b, min, max, origin };
}

function readEnd(fields: FieldReader, slot: number): number | null {
  const value = fields.requiredNumber(slot);
  if (value !== null && Math.abs(value) > 1) {
    fields.complain('FIELD_OUT_OF_RANGE', slot, { expected: END });
    return null;
  }
  return value;
}
