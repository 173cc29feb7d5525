import type { Io, ParameterRange } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import type { Ingested } from '../ingested.js';
import { readEachOnce } from '../table/read-each-once.js';
import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = ['parameter', 'min', 'max'] as const;
const [PARAMETER, MIN, MAX] = [0, 1, 2] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: COLUMNS,
  others: 'closed',
  rowsAre: 'a header and one row per parameter: parameter, min, max',
};

const END = 'a number such as 0.4, or 40%';

/**
 * Reads ranges of parameters: one row per number of a rule book's set, each once, its lower end not above its upper. Whether
 * the rule book has such a number, and may have it there, is looked at where the rule book is known.
 */
export function readParameterRanges(path: string, io: Io): Promise<Ingested<readonly ParameterRange[]>> {
  return readEachOnce<ParameterRange>('parameter-ranges', path, io, {
    layout: LAYOUT,
    read: readRange,
    keyOf: ({ parameter }) => parameter,
    complain: (fields, { parameter }, line) =>
      fields.complain('PAR_TWICE', PARAMETER, { subject: parameter, detail: String(line) }),
  });
}

function readRange(fields: FieldReader): ParameterRange | null {
  const parameter = fields.requiredText(PARAMETER, 'the name of a parameter');
  const min = readEnd(fields, MIN);
  const max = readEnd(fields, MAX);
  if (fields.failed || min === null || max === null) return null;
  if (min > max) fields.complain('PAR_EMPTY_RANGE', MIN, { subject: parameter, detail: fields.text(MAX) ?? '' });
  const origin = { parameter: fields.at(PARAMETER), min: fields.at(MIN), max: fields.at(MAX) };
  return fields.failed ? null : { parameter, min, max, origin };
}

function readEnd(fields: FieldReader, slot: number): number | null {
  return fields.requiredText(slot, END) === '' ? null : (fields.fraction(slot)?.value ?? null);
}
