import type { ReconcileResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = [
  'case',
  'model',
  'parameters',
  'status',
  'figure',
  'ours',
  'theirs',
  'difference',
  'relative',
  'within',
  'currency',
  'source',
];

/** A reconcile document's main table: one row per figure, and one without a figure for a refused case. */
export function reconcileCsv(result: ReconcileResult | null): string {
  return csvText(
    COLUMNS,
    (result?.cases ?? []).flatMap(({ name, model, parameters, status, figures, currency, source }) => {
      const head = [name, model, parameters, status];
      const tail = [currency, source];
      if (figures.length === 0) return [[...head, null, null, null, null, null, null, ...tail]];
      return figures.map(({ name: figure, ours, theirs, difference, relative, within }) => [
        ...head,
        figure,
        ours,
        theirs,
        difference,
        relative,
        within,
        ...tail,
      ]);
    }),
  );
}
