import type { StressedBook, StressResult } from '../../schema/index.js';
import { type CsvValue, csvText } from './csv-text.js';
import { stressCorrelationsRows } from './stress/stress-correlations-rows.js';
import { stressParametersRows } from './stress/stress-parameters-rows.js';

const COLUMNS = [
  'part',
  'name',
  'from',
  'to',
  'pnl',
  'initial_margin',
  'margin_change',
  'maintenance_margin',
  'portfolio_value',
  'equity',
  'excess',
  'missing',
];

/** A stress document's main table: a row for every state of every part. */
export function stressCsv(result: StressResult | null): string {
  if (result === null) return csvText(COLUMNS, []);
  const { base, scenarios, history, time } = result;
  return csvText(COLUMNS, [
    ...(scenarios?.scenarios ?? []).map((one) => ['scenarios', one.name, null, null, ...figuresOf(one), null]),
    ...(history?.windows ?? []).map(({ name, from, to, book, missing }) => [
      'history',
      name,
      from,
      to,
      ...(book === null ? new Array<null>(7).fill(null) : figuresOf(book)),
      missing.join(' '),
    ]),
    ...stressCorrelationsRows(result),
    ...stressParametersRows(result),
    ...(time?.dates ?? []).map(({ date, pnl, initialMargin, maintenanceMargin }) => [
      'time',
      date.slice(0, 10),
      null,
      date,
      pnl,
      initialMargin,
      initialMargin - base.initialMargin,
      maintenanceMargin,
      base.portfolioValue + pnl,
      null,
      null,
      null,
    ]),
  ]);
}

function figuresOf(book: StressedBook): CsvValue[] {
  const { pnl, initialMargin, marginChange, maintenanceMargin, portfolioValue, equity, excess } = book;
  return [pnl, initialMargin, marginChange, maintenanceMargin, portfolioValue, equity, excess];
}
