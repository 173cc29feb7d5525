import type { Io } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import type { Ingested } from '../ingested.js';
import { readEachOnce } from '../table/read-each-once.js';
import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = ['name', 'weight'] as const;
const [NAME, WEIGHT] = [0, 1] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: COLUMNS,
  others: 'closed',
  rowsAre: 'a header and one row per underlying: name, weight',
};

/** The weight of an underlying, above 0. */
export interface NamedWeight {
  readonly name: string;
  readonly weight: number;
}

/** Reads weights of underlyings, each name once. */
export function readWeights(path: string, io: Io): Promise<Ingested<readonly NamedWeight[]>> {
  return readEachOnce<NamedWeight>('weights', path, io, {
    layout: LAYOUT,
    read: readWeight,
    keyOf: ({ name }) => name,
    complain: (fields, { name }, line) =>
      fields.complain('COR_NAME_REPEATED', NAME, { subject: name, detail: String(line) }),
  });
}

function readWeight(fields: FieldReader): NamedWeight | null {
  const name = fields.requiredText(NAME, 'the name of an underlying');
  const weight = fields.requiredText(WEIGHT, 'a number above 0') === '' ? null : fields.positive(WEIGHT);
  return fields.failed || weight === null ? null : { name, weight };
}
