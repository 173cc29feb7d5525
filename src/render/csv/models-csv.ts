import type { ModelsResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = ['model', 'title', 'parameters', 'venue', 'effective_date', 'confidence', 'source'];

/** A models document's main table: one row per parameter set. */
export function modelsCsv(result: ModelsResult | null): string {
  return csvText(
    COLUMNS,
    (result?.models ?? []).flatMap((model) =>
      model.parameters.map((set) => [
        model.id,
        model.title,
        set.id,
        set.venue,
        set.effectiveDate,
        set.confidence,
        set.source,
      ]),
    ),
  );
}
