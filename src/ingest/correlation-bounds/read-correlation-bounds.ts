import type { CorrelationBound, Io } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import type { Ingested } from '../ingested.js';
import { readEachOnce } from '../table/read-each-once.js';
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
  return readEachOnce<CorrelationBound>('correlation-bounds', path, io, {
    layout: LAYOUT,
    read: readBound,
    keyOf: ({ a, b }) => JSON.stringify([a, b].sort()),
    complain: (fields, { a, b }, line) =>
      fields.complain('STR_BOUND_TWICE', A, { subject: `${a} and ${b}`, detail: String(line) }),
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
