import { basename } from 'node:path';
import type { Crif } from '../../../src/domain/index.js';
import {
  type SimmHorizon,
  type SimmParameterSet,
  type SimmSelection,
  simm,
  simmBook,
  simmComponents,
} from '../../../src/margin/simm/index.js';
import { type CsvRow, figure, readCsvTable } from '../csv-table.js';
import type { Comparison, VectorCase } from '../vector-case.js';

const TOLERANCE = 1e-6;
const ALL = 'All';

/** One case per line of a report: product class, risk class, measure and bucket, each one or all, on one side. */
export function oreCases(
  reportFile: string,
  crif: Crif,
  parameters: SimmParameterSet,
  horizon: SimmHorizon,
): readonly VectorCase[] {
  const computed = new Map<string, ReadonlyMap<string, number>>();
  return readCsvTable(reportFile).rows.map((row) => {
    const { Portfolio, ProductClass, RiskClass, MarginType, Bucket, SimmSide } = row.cells;
    const place = [ProductClass, RiskClass, MarginType, Bucket].join('/');
    const name = `simm/${basename(reportFile)} ${[Portfolio, place, SimmSide].join(' ')}`;
    try {
      return { name, comparisons: [compare(row, place, crif, { parameters, horizon, computed })] };
    } catch (error) {
      return { name, comparisons: [], problem: error instanceof Error ? error.message : String(error) };
    }
  });
}

interface Setting {
  readonly parameters: SimmParameterSet;
  readonly horizon: SimmHorizon;
  /** Components by selection and currency, so that each is reckoned once. */
  readonly computed: Map<string, ReadonlyMap<string, number>>;
}

function compare(row: CsvRow, place: string, crif: Crif, setting: Setting): Comparison {
  const { CalculationCurrency: currency = '', Currency: reporting = '' } = row.cells;
  if (reporting !== '' && reporting !== 'USD') throw new RangeError(`the figure is in ${reporting}, expected USD`);
  const selection = selectionOf(row);
  const key = JSON.stringify([selection, currency]);
  const { parameters, horizon, computed } = setting;
  const components = computed.get(key) ?? componentsOf(crif, selection, parameters, horizon, currency || 'USD');
  computed.set(key, components);
  const theirs = figure(row, 'InitialMargin');
  const tolerance = TOLERANCE * Math.max(1, Math.abs(theirs) * TOLERANCE);
  return { field: 'InitialMargin', ours: components.get(place) ?? 0, theirs, tolerance };
}

function componentsOf(
  crif: Crif,
  selection: SimmSelection,
  { values }: SimmParameterSet,
  horizon: SimmHorizon,
  calculationCurrency: string,
): ReadonlyMap<string, number> {
  return simmComponents(simm(simmBook(crif, selection), { values, horizon, calculationCurrency }), values);
}

function selectionOf({ cells }: CsvRow): SimmSelection {
  const side = cells.SimmSide === 'Post' ? 'post' : 'call';
  const named = [
    ['portfolio', cells.Portfolio],
    ['regulation', cells.Regulation],
  ].filter(([, value]) => value !== undefined && value !== '' && value !== ALL && value !== 'Unspecified');
  return { side, ...Object.fromEntries(named) };
}
