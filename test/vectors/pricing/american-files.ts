import { baroneAdesiWhaley } from '../../../src/pricing/american-barone-adesi-whaley.js';
import { bjerksundStensland } from '../../../src/pricing/american-bjerksund-stensland.js';
import { juZhong } from '../../../src/pricing/american-ju.js';
import { type AmericanOption, americanPrice } from '../../../src/pricing/american-option.js';
import { blackScholesMerton } from '../../../src/pricing/black-scholes-merton.js';
import { type CsvRow, figure, toleranceOf } from '../csv-table.js';
import type { Comparison } from '../vector-case.js';
import { describesOptions, optionOf } from './option-row.js';
import type { PricingFile, PricingFileKind } from './pricing-file.js';

/** How far the printed Ju prices are from the true ones, by a 400-step tree. */
const JU_BOUND = 0.08;

/**
 * American options. The file's name says which method its figures belong to, since an approximation's figures are not
 * true prices: each is checked against margo's own version of that method, and the exact price where the figures
 * bound it.
 */
export const americanFile: PricingFileKind = (name, columns) => {
  if (!name.startsWith('american') || !describesOptions(columns)) return null;
  if (columns.has('americanValue')) return { compare: compareExactColumns };
  if (!columns.has('value')) return { reason: 'it has no column value' };
  const method = METHODS.find(({ pattern }) => pattern.test(name));
  return method?.file ?? { compare: (row) => [comparison(row, americanPrice(optionOf(row)), 1e-7)] };
};

const METHODS: readonly { readonly pattern: RegExp; readonly file: PricingFile | { readonly reason: string } }[] = [
  { pattern: /baw|barone/i, file: { compare: (row) => [comparison(row, baroneAdesiWhaley(optionOf(row)), 3e-3)] } },
  { pattern: /2002/, file: { reason: 'margo has no Bjerksund-Stensland 2002' } },
  { pattern: /bjerksund|bjs/i, file: { compare: (row) => [comparison(row, bjerksundStensland(optionOf(row)), 5e-5)] } },
  { pattern: /_ju/i, file: { compare: compareJu } },
  { pattern: /qd/i, file: { compare: compareQdPlus } },
];

function comparison(row: CsvRow, ours: number, byDefault: number, field = 'value'): Comparison {
  const theirs = figure(row, field);
  return { field, ours, theirs, tolerance: toleranceOf(row, byDefault, theirs) };
}

function compareExactColumns(row: CsvRow): readonly Comparison[] {
  const option = optionOf(row);
  const ours = americanPrice(option);
  const european = europeanOf(option);
  const has = (column: string) => (row.cells[column] ?? '') !== '';
  return [
    ...(has('europeanValue') ? [comparison(row, european, 1e-7, 'europeanValue')] : []),
    ...(has('americanPremium') ? [comparison(row, ours - european, 1e-7, 'americanPremium')] : []),
    comparison(row, ours, 1e-7, 'americanValue'),
  ];
}

function compareJu(row: CsvRow): readonly Comparison[] {
  const option = optionOf(row);
  const theirs = figure(row, 'value');
  const exact = {
    field: 'value (exact, as a bound)',
    ours: americanPrice(option),
    theirs,
    tolerance: JU_BOUND,
    isBound: true,
  } as const;
  return [comparison(row, juZhong(option), 1e-3), exact];
}

function compareQdPlus(row: CsvRow): readonly Comparison[] | { readonly reason: string } {
  const option = optionOf(row);
  if (option.ttmYears === 0) return { reason: 'an expired option is worth nothing there and its intrinsic value here' };
  const qdPlus = comparison(row, americanPrice(option, 'qdPlus'), 1e-8);
  if (!isDegenerate(option, qdPlus)) return [qdPlus];
  return [qdPlus, { ...qdPlus, field: 'value (exact)', ours: americanPrice(option) }];
}

/** Where the approximation adds nothing to holding or exercising for certain, its figure is the true price. */
function isDegenerate(option: AmericanOption, { theirs, tolerance }: Comparison): boolean {
  const intrinsic = option.right === 'C' ? option.spot - option.strike : option.strike - option.spot;
  const certain = americanPrice({ ...option, volatility: 0 });
  return [0, intrinsic, europeanOf(option), certain].some((value) => Math.abs(value - theirs) <= tolerance);
}

function europeanOf({ right, spot, strike, volatility, ttmYears, rate, dividendYield }: AmericanOption): number {
  return blackScholesMerton(right, spot, strike, volatility, ttmYears, rate, dividendYield);
}
