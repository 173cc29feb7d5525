import type { AllocateResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = ['instrument', 'from', 'quantity', 'as', 'to', 'arriving', 'handed_over', 'cost', 'margin_saved'];

/** An allocate document's main table: the moves. */
export function allocateCsv(result: AllocateResult | null): string {
  return csvText(
    COLUMNS,
    (result?.moves ?? []).map((move) => [
      move.instrument,
      move.from,
      move.quantity,
      move.as,
      move.to,
      move.arriving,
      move.handedOver,
      move.cost,
      move.marginSaved,
    ]),
  );
}
