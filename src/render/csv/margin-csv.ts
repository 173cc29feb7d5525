import type { MarginResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = ['instrument', 'quantity', 'price', 'value', 'standalone_margin', 'worst_scenario_pnl'];

/** A margin document's main table: one row per position (also a valid positions file). */
export function marginCsv(result: MarginResult | null): string {
  return csvText(
    COLUMNS,
    (result?.positions ?? []).map((line) => [
      line.instrument,
      line.quantity,
      line.price,
      line.value,
      line.standaloneMargin,
      line.worstScenarioPnl,
    ]),
  );
}
