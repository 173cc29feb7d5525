import { basename } from 'node:path';
import {
  type SimmHorizon,
  type SimmParameterSet,
  simm,
  simmBook,
  simmComponents,
} from '../../../src/margin/simm/index.js';
import { type CsvRow, figure, readCsvTable } from '../csv-table.js';
import type { Comparison, VectorCase } from '../vector-case.js';
import { crifOfTable } from './crif-of-table.js';

/** Columns of components and where ours are found. */
const COMPONENTS = [
  ['simmDelta', 'All/All/Delta/All'],
  ['simmVega', 'All/All/Vega/All'],
  ['simmCurvature', 'All/All/Curvature/All'],
  ['simmBaseCorr', 'All/All/BaseCorr/All'],
  ['simmAddOn', 'AddOn/All/All/All'],
] as const;

/** Rounded to whole dollars the figures agree; a component of several product classes may differ by one, being a sum. */
const COMPONENT_TOLERANCE = 1;

/** Every row of a test file against the sensitivities it names (a name that repeats counts again), to the dollar. */
export function acadiaCases(
  testFile: string,
  crifFile: string,
  parameters: SimmParameterSet,
  horizon: SimmHorizon,
): readonly VectorCase[] {
  const byId = new Map(readCsvTable(crifFile).rows.map((row) => [row.cells.id ?? '', row]));
  return readCsvTable(testFile).rows.map((row) => {
    const name = `simm/${basename(testFile)} ${row.cells.test ?? `line ${row.line}`}`;
    try {
      return { name, comparisons: compare(row, byId, parameters, horizon) };
    } catch (error) {
      return { name, comparisons: [], problem: error instanceof Error ? error.message : String(error) };
    }
  });
}

function compare(
  row: CsvRow,
  byId: ReadonlyMap<string, CsvRow>,
  { values }: SimmParameterSet,
  horizon: SimmHorizon,
): readonly Comparison[] {
  const ids = (row.cells.sensitivityIds ?? '').split(/\s+/).filter((id) => id !== '');
  const unknown = ids.find((id) => !byId.has(id));
  if (unknown !== undefined) throw new RangeError(`there is no sensitivity ${unknown}`);
  const crif = crifOfTable(ids.map((id) => byId.get(id)!));
  const total = simm(simmBook(crif, { side: 'call' }), { values, horizon, calculationCurrency: 'USD' });
  const components = simmComponents(total, values);
  const stated = COMPONENTS.filter(([column]) => (row.cells[column] ?? '') !== '');
  return [
    { field: 'simmTotal', ours: Math.round(total.amount), theirs: figure(row, 'simmTotal'), tolerance: 0 },
    ...stated.map(([field, place]) => ({
      field,
      ours: Math.round(components.get(place) ?? 0),
      theirs: figure(row, field),
      tolerance: COMPONENT_TOLERANCE,
    })),
  ];
}
