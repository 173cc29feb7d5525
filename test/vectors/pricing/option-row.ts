import type { OptionRight } from '../../../src/domain/index.js';
import { type CsvRow, figure } from '../csv-table.js';

/** Columns for the time to expiry, and how many of their unit make a year. */
const MATURITY_COLUMNS: Readonly<Record<string, number>> = { T: 1, maturityDays_act365: 365, maturityDays_act360: 360 };

/** C or P. Throws where the row says neither. */
export function rightOf(row: CsvRow): OptionRight {
  const type = row.cells.type?.toLowerCase();
  if (type === 'call' || type === 'c') return 'C';
  if (type === 'put' || type === 'p') return 'P';
  throw new RangeError(`type is ${JSON.stringify(row.cells.type ?? null)}, neither call nor put`);
}

/** An option on an asset with a yield, as the columns type, strike, spot, q, r, vol and a maturity describe it. */
export function optionOf(row: CsvRow) {
  const maturity = maturityColumn(new Set(Object.keys(row.cells)));
  if (maturity === undefined) throw new RangeError('no column for the time to expiry');
  return {
    right: rightOf(row),
    spot: figure(row, 'spot'),
    strike: figure(row, 'strike'),
    rate: figure(row, 'r'),
    dividendYield: figure(row, 'q'),
    volatility: figure(row, 'vol'),
    ttmYears: figure(row, maturity) / (MATURITY_COLUMNS[maturity] ?? 1),
  };
}

/** The first column that holds a time to expiry. */
export function maturityColumn(columns: ReadonlySet<string>): string | undefined {
  return Object.keys(MATURITY_COLUMNS).find((name) => columns.has(name));
}

/** Whether a file describes options on an asset with a yield. */
export function describesOptions(columns: ReadonlySet<string>): boolean {
  const terms = ['type', 'strike', 'spot', 'q', 'r', 'vol'];
  return terms.every((name) => columns.has(name)) && maturityColumn(columns) !== undefined;
}
