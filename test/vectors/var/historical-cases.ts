import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { constant, evaluate } from '../../../src/formula/index.js';
import { expectedShortfall, valueAtRisk } from '../../../src/margin/historical/index.js';
import { figure, readCsvTable } from '../csv-table.js';
import type { VectorCase } from '../vector-case.js';
import { quantileColumns } from './quantile-columns.js';

/** Both files are printed to six decimals. */
const ABSOLUTE = 1e-6;

/** Quantiles and shortfalls of ORE's historical simulation: a case per row of its expected figures. */
export function historicalCases(folder: string): readonly VectorCase[] {
  if (!existsSync(join(folder, 'expected_var.csv'))) return [];
  const group = (cells: Readonly<Record<string, string>>): string =>
    ['#Portfolio', 'RiskClass', 'RiskType'].map((name) => cells[name]).join(' ');
  const losses = new Map<string, number[]>();
  for (const row of readCsvTable(join(folder, 'historical_PnL.csv')).rows) {
    const key = group(row.cells);
    losses.set(key, [...(losses.get(key) ?? []), -figure(row, 'PLAmount')]);
  }
  const { rows, columns } = readCsvTable(join(folder, 'expected_var.csv'));
  return rows.map((row) => {
    const key = group(row.cells);
    const children = (losses.get(key) ?? []).map((loss) => constant('a date', loss));
    const comparisons = quantileColumns(columns).map(({ column, kind, q }) => {
      const measure = kind === 'Quantile' ? valueAtRisk : expectedShortfall;
      const ours = -evaluate(measure(children, q), new Float64Array(0));
      return { field: column, ours, theirs: figure(row, column), tolerance: ABSOLUTE };
    });
    return { name: `var/ore_histsim ${key}`, comparisons };
  });
}
