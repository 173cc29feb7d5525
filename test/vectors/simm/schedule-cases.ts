import { basename } from 'node:path';
import type { Crif, ScheduleProductClass } from '../../../src/domain/index.js';
import { type ScheduleMargin, scheduleMargin } from '../../../src/margin/simm/index.js';
import { type CsvRow, figure, readCsvTable } from '../csv-table.js';
import type { Comparison, VectorCase } from '../vector-case.js';

/** Amounts are reported with two decimals, the ratio with six. */
const MONEY = 0.005 + 1e-9;
const RATIO = 5e-7 + 1e-12;

const FIGURES: readonly [string, (margin: ScheduleMargin) => number, number][] = [
  ['GrossIM', ({ gross }) => gross, MONEY],
  ['GrossCurrentRC', ({ grossReplacementCost }) => grossReplacementCost, MONEY],
  ['NetCurrentRC', ({ netReplacementCost }) => netReplacementCost, MONEY],
  ['NetToGrossRatio', ({ netToGross }) => netToGross, RATIO],
  ['ScheduleIM', ({ margin }) => margin, MONEY],
];

/** One case per line of a schedule report; blank figures and #N/A are not compared. */
export function scheduleCases(reportFile: string, crif: Crif, asOfMs: number): readonly VectorCase[] {
  return readCsvTable(reportFile).rows.map((row) => {
    const { Portfolio = '', ProductClass = '' } = row.cells;
    const side = row.cells.Side ?? row.cells.SimmSide ?? '';
    const name = `simm/${basename(reportFile)} ${Portfolio} ${ProductClass} ${side}`;
    const isWhole = Portfolio === '' || Portfolio === 'All';
    const selection = { side: side === 'Post' ? ('post' as const) : ('call' as const) };
    const margin = scheduleMargin(crif, isWhole ? selection : { ...selection, portfolio: Portfolio }, asOfMs);
    return { name, comparisons: compare(row, margin, ProductClass) };
  });
}

function compare(row: CsvRow, margin: ScheduleMargin, productClass: string): readonly Comparison[] {
  const isWhole = productClass === '' || productClass === 'All';
  const gross = margin.grossByProductClass.get(productClass as ScheduleProductClass) ?? 0;
  return FIGURES.flatMap(([field, of, tolerance]): Comparison[] => {
    if (!/\d/.test(row.cells[field] ?? '')) return [];
    if (isWhole) return [{ field, ours: of(margin), theirs: figure(row, field), tolerance }];
    // Of a product class only its gross is its own: netting is over the whole book.
    return field === 'GrossIM' ? [{ field, ours: gross, theirs: figure(row, field), tolerance }] : [];
  });
}
