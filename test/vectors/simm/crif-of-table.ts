import type { Crif } from '../../../src/domain/index.js';
import { CRIF_LAYOUT } from '../../../src/ingest/crif/crif-columns.js';
import { CrifRows } from '../../../src/ingest/crif/crif-rows.js';
import { IssueList } from '../../../src/ingest/issue-list.js';
import { columnKey } from '../../../src/ingest/table/column-name.js';
import type { CsvRow } from '../csv-table.js';

/**
 * Rows of a vector file as a CRIF, by the reader of CRIF files. Throws the first complaint that would refuse the file.
 *
 * @param usdPer USD for one unit of a currency
 */
export function crifOfTable(rows: readonly CsvRow[], usdPer: ReadonlyMap<string, number> = new Map()): Crif {
  const issues = new IssueList();
  const reader = new CrifRows(issues, usdPer);
  const slots = new Map<string, string[]>();
  for (const { line, cells } of rows) {
    const key = Object.keys(cells).join();
    const columns = slots.get(key) ?? CRIF_LAYOUT.known.map((name) => columnOf(name, Object.keys(cells)));
    slots.set(key, columns);
    const place = { file: 'the CRIF', line, column: 1 };
    reader.take({ text: (slot) => cells[columns[slot] ?? ''] ?? '', at: () => place, start: () => place });
  }
  const crif = reader.crif();
  const refusal = issues.all().find(({ severity }) => severity === 'error');
  if (refusal !== undefined) throw new RangeError(`line ${refusal.line}: ${refusal.message}`);
  return crif;
}

function columnOf(name: string, written: readonly string[]): string {
  return written.find((column) => columnKey(column) === columnKey(name)) ?? '';
}
