import type { CorrelateResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

/** A correlate document's main table: the matrix as a correlations file, names in the first row and column. */
export function correlateCsv(result: CorrelateResult | null): string {
  const { names, correlations } = result ?? { names: [], correlations: [] };
  return csvText(
    ['underlying', ...names],
    names.map((name, i) => [name, ...(correlations[i] ?? [])]),
  );
}
