import type { Io, Limit } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import { readTable } from '../table/read-table.js';
import type { TableLayout } from '../table/table-layout.js';
import { LIMIT_COLUMNS, LIMIT_SLOT } from './limit-columns.js';
import { readLimitRow } from './limit-row.js';

const LAYOUT: TableLayout = {
  known: LIMIT_COLUMNS,
  required: ['limit'],
  others: 'closed',
  emptyIs: 'LIM_NO_ROWS',
  rowsAre: 'a header and one row per limit: limit, scope, min, max, priority',
};

/**
 * Reads a limits file, in its order. `min` and `max` are figures, or percentages of the present book's figure; a blank
 * `scope` is `total`. A file with a header and no rows limits nothing, which is warned of. Two rows may limit the same thing; a second figure for the same end is warned of, and both hold.
 */
export function readLimits(path: string, io: Io): Promise<Ingested<readonly Limit[]>> {
  return ingest('limits', path, io, (issues) => {
    const limits: Limit[] = [];
    let fields: FieldReader | null = null;
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => {
          fields ??= new FieldReader(issues, LIMIT_COLUMNS, row);
          fields.next(row);
          const limit = readLimitRow(fields);
          if (limit === null) return;
          remarkOnRepetition(limit, limits, fields);
          limits.push(limit);
        });
      },
      result: () => limits,
    };
  });
}

function remarkOnRepetition(limit: Limit, earlier: readonly Limit[], fields: FieldReader): void {
  const { kind, scope, priority } = limit;
  for (const end of ['min', 'max'] as const) {
    const first = earlier.find(
      (other) => other.kind === kind && other.scope === scope && other.priority === priority && other[end] !== null,
    );
    if (first === undefined || limit[end] === null) continue;
    const detail = String(first.origin?.line ?? 0);
    fields.remark('LIM_REPEATED', LIMIT_SLOT[end], { subject: `${kind} ${scope}`, detail });
  }
}
