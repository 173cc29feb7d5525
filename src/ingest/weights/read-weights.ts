import type { Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import { readTable } from '../table/read-table.js';
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
  return ingest('weights', path, io, (issues) => {
    const weights = new Map<string, { readonly weight: number; readonly line: number }>();
    let fields: FieldReader | null = null;
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => {
          fields ??= new FieldReader(issues, COLUMNS, row);
          fields.next(row);
          const name = fields.requiredText(NAME, 'the name of an underlying');
          const weight = fields.requiredText(WEIGHT, 'a number above 0') === '' ? null : fields.positive(WEIGHT);
          if (fields.failed || weight === null) return;
          const first = weights.get(name);
          if (first === undefined) weights.set(name, { weight, line: fields.at(NAME).line });
          else fields.complain('COR_NAME_REPEATED', NAME, { subject: name, detail: String(first.line) });
        });
      },
      result: () => [...weights].map(([name, { weight }]) => ({ name, weight })),
    };
  });
}
