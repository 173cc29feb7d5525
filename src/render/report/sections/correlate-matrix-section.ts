import type { CorrelateResult } from '../../../schema/index.js';
import { fixed } from '../../number-format.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

const LARGEST_MATRIX_SHOWN = 12;

/** The matrix itself where a page can hold it; null for a larger one. */
export function correlateMatrixSection({ names, correlations }: CorrelateResult): Section | null {
  if (names.length > LARGEST_MATRIX_SHOWN) return null;
  const table = tableOf(
    [
      { title: '', align: 'left' as const, of: (i: number) => names[i] ?? '' },
      ...names.map((name, j) => ({ title: name, of: (i: number) => fixed(correlations[i]?.[j] ?? 0, 3) })),
    ],
    names.map((_, i) => i),
    { foldable: true },
  );
  return { title: 'Correlations', blocks: [table] };
}
