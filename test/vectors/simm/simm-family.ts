import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SimmHorizon, type SimmParameterSet, simmVersion } from '../../../src/margin/simm/index.js';
import { readCsvTable } from '../csv-table.js';
import type { FamilyResult, NotCovered, VectorCase, VectorFamily } from '../vector-case.js';
import { acadiaCases } from './acadia-cases.js';
import { crifOfTable } from './crif-of-table.js';
import { oreCases } from './ore-cases.js';
import { type OreMarket, oreMarket } from './ore-rates.js';
import { scheduleCases } from './schedule-cases.js';

/**
 * ISDA SIMM. `acadia`: unit tests of one version and horizon a file, `tests_v2.5_10d.csv` with `crif_v2.5.csv`. `ore`:
 * reports of one CRIF, `expected_SIMM2.6_10D.csv`, and of the schedule.
 */
export const simmFamily: VectorFamily = {
  name: 'simm',
  run: (folder) => {
    const parts = [acadia(join(folder, 'acadia')), ore(join(folder, 'ore'))];
    const known = new Set(['acadia', 'ore', 'params']);
    const others = filesOf(folder).filter((name) => !known.has(name));
    return {
      cases: parts.flatMap(({ cases }) => cases),
      notCovered: [
        ...parts.flatMap(({ notCovered }) => notCovered),
        ...others.map((name) => ({ subject: `simm/${name}`, reason: 'margo has no parameters for it' })),
      ],
    };
  },
};

const filesOf = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

function acadia(folder: string): FamilyResult {
  const files = filesOf(folder);
  return gathered(files, folder, (file) => {
    const match = /^tests_v(.+)_(10d|1d)\.csv$/i.exec(file);
    if (match === null) return /^crif_/i.test(file) ? [] : null;
    const crifFile = join(folder, `crif_v${match[1]}.csv`);
    return acadiaCases(join(folder, file), crifFile, parametersOf(match[1]!), horizonOf(match[2]!));
  });
}

function ore(folder: string): FamilyResult {
  const files = filesOf(folder);
  return gathered(files, folder, (file) => {
    const simm = /SIMM_?v?([\d.]+A?(?:\+\d+)?)_(10D|1D)[^/]*\.csv$/i.exec(file);
    const isSchedule = /schedule/i.test(file) && file.endsWith('.csv');
    if (simm === null && !isSchedule) return file === 'crif.csv' || file === 'simm_market.txt' ? [] : null;
    if (isSchedule && /crif/i.test(file)) return [];
    const market = marketOf(folder);
    const crifFile = isSchedule ? files.find((name) => /crif.*schedule|schedule.*crif/i.test(name)) : 'crif.csv';
    if (crifFile === undefined) throw new RangeError('there is no CRIF of the schedule');
    const crif = crifOfTable(readCsvTable(join(folder, crifFile)).rows, market.usdPer);
    return simm === null
      ? scheduleCases(join(folder, file), crif, market.asOfMs)
      : oreCases(join(folder, file), crif, parametersOf(simm[1]!), horizonOf(simm[2]!));
  });
}

/** The cases of every file; null of one that is not known, and a file that cannot be read fails as one case. */
function gathered(
  files: readonly string[],
  folder: string,
  casesOf: (file: string) => readonly VectorCase[] | null,
): FamilyResult {
  const cases: VectorCase[] = [];
  const notCovered: NotCovered[] = [];
  for (const file of files) {
    try {
      const found = casesOf(file);
      if (found === null) notCovered.push({ subject: `simm/${file}`, reason: 'no layout that margo knows' });
      else cases.push(...found);
    } catch (error) {
      cases.push({ name: join(folder, file), comparisons: [], problem: String(error) });
    }
  }
  return { cases, notCovered };
}

function marketOf(folder: string): OreMarket {
  const path = join(folder, 'simm_market.txt');
  return existsSync(path) ? oreMarket(path) : { asOfMs: Date.UTC(2020, 11, 28), usdPer: new Map() };
}

function parametersOf(version: string): SimmParameterSet {
  const set = simmVersion(version);
  if (set === undefined) throw new RangeError(`margo has no parameters of SIMM ${version}`);
  return set;
}

const horizonOf = (text: string): SimmHorizon => (text.toLowerCase() === '1d' ? 'oneDay' : 'tenDay');
