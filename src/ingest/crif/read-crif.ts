import type { Crif, Io } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { Input } from '../source/input.js';
import { readTable } from '../table/read-table.js';
import { CRIF_LAYOUT } from './crif-columns.js';
import { CrifRows } from './crif-rows.js';

export interface CrifOptions {
  /** USD for one unit of a currency, for rows without an amount in USD. */
  readonly usdPer?: ReadonlyMap<string, number>;
  /** What the file is to the run, in its manifest; `crif` unless given. */
  readonly role?: string;
}

/**
 * Reads a CRIF file (ISDA's common risk interchange format): tab, comma or semicolon, any order of columns, names of
 * columns in any case and with or without underscores. Sensitivities of every risk type, add-ons, and rows of the
 * schedule. Every row that cannot be used is complained about with its line; nothing is netted here.
 */
export function readCrif(path: Input, io: Io, options: CrifOptions = {}): Promise<Ingested<Crif>> {
  return ingest(options.role ?? 'crif', path, io, (issues) => {
    const rows = new CrifRows(issues, options.usdPer);
    return {
      read: async (source) => {
        await readTable(source, CRIF_LAYOUT, issues, (row) => rows.take(row));
      },
      result: () => rows.crif(),
    };
  });
}
