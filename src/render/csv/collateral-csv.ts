import type { CollateralResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = ['asset', 'venue', 'amount', 'value', 'haircut', 'counted', 'cost_per_year', 'cost'];

/** A collateral document's main table: the postings. */
export function collateralCsv(result: CollateralResult | null): string {
  return csvText(
    COLUMNS,
    (result?.postings ?? []).map((line) => [
      line.asset,
      line.venue,
      line.amount,
      line.value,
      line.haircut,
      line.counted,
      line.costPerYear,
      line.cost,
    ]),
  );
}
