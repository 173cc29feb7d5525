import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvTable, readCsvTable } from '../csv-table.js';
import type { NotCovered, VectorCase, VectorFamily } from '../vector-case.js';
import { americanFile } from './american-files.js';
import { black76File, europeanFile } from './european-files.js';
import { namedGreeksFile, spotGreeksFile } from './greeks-files.js';
import type { PricingFile, PricingFileKind } from './pricing-file.js';

const KINDS: readonly PricingFileKind[] = [americanFile, black76File, spotGreeksFile, namedGreeksFile, europeanFile];

/** Files of contracts that margo does not price, by the start of their names or a column that only they have. */
const OTHER_CONTRACTS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^digital/, reason: 'margo has no digital options' },
  { pattern: /^fx_delta/, reason: 'margo quotes no foreign-exchange deltas' },
  { pattern: /^margrabe|^exchange/, reason: 'margo has no exchange options' },
  { pattern: /^two_asset|^basket|^spread/, reason: 'margo has no options on two assets' },
];

/** Option prices and greeks: one CSV file per source, recognised by its columns and, for methods, by its name. */
export const pricingFamily: VectorFamily = {
  name: 'pricing',
  run: (folder) => {
    const cases: VectorCase[] = [];
    const notCovered: NotCovered[] = [];
    for (const name of readdirSync(folder).sort()) {
      if (!/\.csv$/i.test(name)) {
        notCovered.push({ subject: `pricing/${name}`, reason: 'only CSV files are read' });
        continue;
      }
      try {
        addFile(name, readCsvTable(join(folder, name)), cases, notCovered);
      } catch (error) {
        cases.push({ name: `pricing/${name}`, comparisons: [], problem: reasonOf(error) });
      }
    }
    return { cases, notCovered };
  },
};

function addFile(name: string, table: CsvTable, cases: VectorCase[], notCovered: NotCovered[]): void {
  const subject = `pricing/${name}`;
  const file = kindOf(name, new Set(table.columns));
  if ('reason' in file) {
    notCovered.push({ subject, reason: file.reason, cases: table.rows.length });
    return;
  }
  if (table.rows.length === 0) cases.push({ name: subject, comparisons: [], problem: 'the file has no rows' });
  for (const row of table.rows) {
    const place = `${subject} line ${row.line}`;
    try {
      const compared = file.compare(row);
      if ('reason' in compared) notCovered.push({ subject: place, reason: compared.reason, cases: 1 });
      else cases.push({ name: place, comparisons: compared });
    } catch (error) {
      cases.push({ name: place, comparisons: [], problem: reasonOf(error) });
    }
  }
}

function kindOf(name: string, columns: ReadonlySet<string>): PricingFile | { readonly reason: string } {
  const other = OTHER_CONTRACTS.find(({ pattern }) => pattern.test(name));
  if (other !== undefined) return { reason: other.reason };
  for (const kind of KINDS) {
    const file = kind(name, columns);
    if (file !== null) return file;
  }
  return { reason: `its columns are those of no file known here: ${[...columns].join(', ')}` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
