import type { HedgeTrade } from './hedge-solution.js';
import type { TradeColumns } from './trade-columns.js';

/** The point of a program that means these trades, up to its last trade column; its other columns are 0. */
export function pointOfTrades(columns: TradeColumns, trades: readonly HedgeTrade[]): Float64Array {
  const x = new Float64Array(columns.all.reduce((most, { column }) => Math.max(most, column + 1), 0));
  for (const { candidate, direction, level, column, unit } of columns.all) {
    for (const trade of trades) {
      if (trade.line !== candidate.line || trade.direction !== direction) continue;
      for (const fill of trade.fills) if (fill.level === level) x[column]! += fill.quantity / unit;
    }
  }
  return x;
}
