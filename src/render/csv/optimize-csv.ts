import type { OptimizeResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = [
  'instrument',
  'quantity',
  'price',
  'notional',
  'cost',
  'fee',
  'margin_saved',
  'why',
  'limit_price',
  'marginal_price',
];

/** An optimize document's main table: the trades, as the trades file `margo whatif` reads (quantity signed, positive buys). */
export function optimizeCsv(result: OptimizeResult | null): string {
  return csvText(
    COLUMNS,
    (result?.trades ?? []).map((trade) => [
      trade.instrument,
      trade.side === 'buy' ? trade.quantity : -trade.quantity,
      trade.price,
      trade.notional,
      trade.cost,
      trade.fee,
      trade.marginSaved,
      trade.why,
      trade.limitPrice,
      trade.marginalPrice,
    ]),
  );
}
