import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvTable, readCsvTable } from '../csv-table.js';
import type { NotCovered, VectorCase, VectorFamily } from '../vector-case.js';
import { americanFile } from './american-files.js';
import { digitalFile, fxDeltaFile } from './digital-and-fx-files.js';
import { black76File, europeanFile } from './european-files.js';
import { namedGreeksFile, spotGreeksFile } from './greeks-files.js';
import type { PricingFile, PricingFileKind } from './pricing-file.js';
import { exchangeFile, twoAssetFile } from './two-asset-files.js';

const KINDS: readonly PricingFileKind[] = [
  americanFile,
  black76File,
  spotGreeksFile,
  namedGreeksFile,
  europeanFile,
  digitalFile,
  fxDeltaFile,
  exchangeFile,
  twoAssetFile,
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
  for (const kind of KINDS) {
    const file = kind(name, columns);
    if (file !== null) return file;
  }
  return { reason: `its columns are those of no file known here: ${[...columns].join(', ')}` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
