import type { FrontierResult } from '../../schema/index.js';
import { type CsvValue, csvText } from './csv-text.js';

const COLUMNS = [
  'point',
  'bound',
  'status',
  'mark',
  'used',
  'margin',
  'maintenance_margin',
  'total_cost',
  'objective',
  'lower_bound',
  'gap',
  'slope',
  'instrument',
  'quantity',
  'price',
  'notional',
  'cost',
  'fee',
  'margin_saved',
];

/** A frontier document's main table: a row per point and trade (quantity signed, positive buys); of a point without trades one. */
export function frontierCsv(result: FrontierResult | null): string {
  const rows = (result?.points ?? []).flatMap((point, i): CsvValue[][] => {
    const mark = [point.knee ? 'knee' : '', point.optimum ? 'optimum' : ''].filter((word) => word !== '').join(' ');
    const { bound, status, used, margin, maintenanceMargin, cost, objective, lowerBound, gap, slope } = point;
    const head = [i, bound, status, mark === '' ? null : mark, used, margin, maintenanceMargin, cost, objective];
    const row = [...head, lowerBound, gap, slope];
    if (point.trades.length === 0) return [[...row, ...new Array<null>(7).fill(null)]];
    return point.trades.map((trade) => [
      ...row,
      trade.instrument,
      trade.side === 'buy' ? trade.quantity : -trade.quantity,
      trade.price,
      trade.notional,
      trade.cost,
      trade.fee,
      trade.marginSaved,
    ]);
  });
  return csvText(COLUMNS, rows);
}
