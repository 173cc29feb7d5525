import type { StressCorrelations } from '../../../../schema/index.js';
import { fixed, money } from '../../../number-format.js';
import type { Section } from '../../report.js';
import { tableOf } from '../../table-of.js';
import { changeCell } from './change-cell.js';

/** The margin with every correlation at one, at nothing, and as blocks part. */
export function correlationMatricesSection({ matrices }: StressCorrelations): Section {
  const table = tableOf(
    [
      { title: 'correlations', align: 'left', of: ({ name }) => name },
      { title: 'distance', rank: 1, of: ({ distance }) => fixed(distance, 3) },
      { title: 'margin', of: ({ initialMargin }) => money(initialMargin) },
      { title: 'change', of: ({ marginChange }) => changeCell(marginChange) },
    ],
    matrices,
  );
  return { title: 'Correlations all at once', blocks: [table] };
}
