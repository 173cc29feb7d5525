import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Affine, constant, evaluate } from '../../../src/formula/index.js';
import { deltaGammaNormal, type GammaEntry } from '../../../src/margin/parametric/index.js';
import { inverseNormalCdf } from '../../../src/math/index.js';
import { type CsvRow, figure, readCsvTable } from '../csv-table.js';
import type { Comparison, VectorCase } from '../vector-case.js';
import { quantileColumns } from './quantile-columns.js';

/** The expected figures are printed to six decimals. */
const RELATIVE = 1e-8;

/** What begins the name of a factor of each risk class. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  InterestRate: ['Discount', 'Index', 'Yield', 'Swaption', 'Optionlet'],
  FX: ['FX'],
  Equity: ['Equity'],
  Credit: ['SurvivalProbability'],
  Inflation: ['ZeroInflation', 'YoYInflation'],
};

const NO_QUANTITIES = new Float64Array(0);

/** Delta-gamma-normal quantiles of ORE's parametric example: a case per row of its expected figures. */
export function parametricCases(folder: string): readonly VectorCase[] {
  if (!existsSync(join(folder, 'expected_var.csv'))) return [];
  const covariance = readCovariance(join(folder, 'covariance.csv'));
  const { rows: sensitivities } = readCsvTable(join(folder, 'sensitivity.csv'));
  const portfolios = JSON.parse(readFileSync(join(folder, 'trade_portfolios.json'), 'utf8')) as Record<
    string,
    string[]
  >;
  const { rows, columns } = readCsvTable(join(folder, 'expected_var.csv'));
  return rows.map((row) => {
    const [portfolio, riskClass, riskType] = ['#Portfolio', 'RiskClass', 'RiskType'].map((name) => row.cells[name]!);
    const belongs = (trade: string): boolean =>
      portfolio === 'All' ? (portfolios[trade] ?? []).length > 0 : (portfolios[trade] ?? []).includes(portfolio!);
    const counts = (name: string): boolean =>
      covariance.factors.has(name) && isOfClass(name, riskClass!) && isOfType(name, riskType!);
    const own = sensitivities.filter(({ cells }) => belongs(cells['#TradeId']!));
    return {
      name: `var/ore_parametric_ex15 ${portfolio} ${riskClass} ${riskType}`,
      comparisons: quantiles(row, columns, own, counts, covariance),
    };
  });
}

interface Covariance {
  readonly factors: ReadonlySet<string>;
  readonly between: ReadonlyMap<string, number>;
}

function readCovariance(path: string): Covariance {
  const factors = new Set<string>();
  const between = new Map<string, number>();
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const [a, b, value] = line.trim().split(/\s+/);
    factors.add(a!).add(b!);
    between.set(`${a} ${b}`, Number(value));
    between.set(`${b} ${a}`, Number(value));
  }
  return { factors, between };
}

function isOfClass(factor: string, riskClass: string): boolean {
  return riskClass === 'All' || CLASSES[riskClass]!.some((start) => factor.startsWith(start));
}

function isOfType(factor: string, riskType: string): boolean {
  return riskType === 'All' || factor.includes('Volatility') === (riskType === 'Vega');
}

function quantiles(
  row: CsvRow,
  columns: readonly string[],
  sensitivities: readonly CsvRow[],
  counts: (factor: string) => boolean,
  { between }: Covariance,
): Comparison[] {
  const delta = new Map<string, number>();
  const gamma = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, amount: number): void =>
    void to.set(key, (to.get(key) ?? 0) + amount);
  for (const { cells } of sensitivities) {
    const [one, two] = [cells.Factor_1!, cells.Factor_2!];
    if (!counts(one) || (two !== '' && !counts(two))) continue;
    if (two === '') {
      add(delta, one, Number(cells.Delta));
      add(gamma, `${one} ${one}`, Number(cells.Gamma));
    } else {
      add(gamma, [one, two].sort().join(' '), Number(cells.Gamma));
    }
  }
  const names = [...delta.keys()];
  const order = new Map(names.map((name, i) => [name, i]));
  const matrix = Float64Array.from(names.flatMap((a) => names.map((b) => between.get(`${a} ${b}`) ?? 0)));
  const amount = (value: number): Affine => constant('sensitivity', value);
  const entries = [...gamma].flatMap(([key, value]): GammaEntry[] => {
    const [i, j] = key.split(' ').map((name) => order.get(name));
    return value === 0 || i === undefined || j === undefined ? [] : [{ i, j, amount: amount(value) }];
  });
  const profit = deltaGammaNormal('profit', [...delta.values()].map(amount), entries, matrix);
  const [mean, deviation] = [profit.mean, profit.deviation].map((node) => evaluate(node, NO_QUANTITIES));
  return quantileColumns(columns).map(({ column, q }) => {
    const theirs = figure(row, column);
    const ours = mean! + inverseNormalCdf(q) * deviation!;
    return { field: column, ours, theirs, tolerance: RELATIVE * Math.abs(theirs) };
  });
}
