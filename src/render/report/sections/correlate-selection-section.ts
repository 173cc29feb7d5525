import type { CorrelateSelection, EstimatorScore } from '../../../schema/index.js';
import { fixed, significant } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Cell, Section } from '../report.js';
import { tableOf } from '../table-of.js';

/** How likely each estimator's matrices made the returns that followed, the best first; null where none was chosen so. */
export function correlateSelectionSection(selection: CorrelateSelection | null): Section | null {
  if (selection === null) return null;
  const { window, step, blocks, scores } = selection;
  const table = tableOf<EstimatorScore>(
    [
      { title: 'estimator', align: 'left', of: nameCell },
      {
        title: 'score',
        note: 'score: log likelihood a date, above that of no correlation',
        of: ({ score }) => (score === null ? cell('singular', 'muted') : fixed(score, 4)),
      },
      { title: 'below best', of: ({ score }) => (score === null ? '' : fixed(bestOf(scores) - score, 4)) },
      { title: 'error', rank: 1, of: ({ standardError }) => (standardError === null ? '' : fixed(standardError, 4)) },
      { title: 'failed', rank: 2, of: ({ failed }) => (failed === 0 ? '' : `${failed} of ${blocks}`) },
    ],
    scores,
  );
  const text = `Estimated on ${window} returns and scored on the ${step} after them, ${blocks} times.`;
  return { title: 'Choice of estimator', blocks: [table, { kind: 'text', text, tone: 'muted' }] };
}

function nameCell({ estimator, halfLife, best }: EstimatorScore): Cell {
  const name = halfLife === null ? estimator : `${estimator} ${significant(halfLife, 4)}`;
  return best ? cell(`${name} (best)`, 'good') : cell(name);
}

function bestOf(scores: readonly EstimatorScore[]): number {
  return Math.max(...scores.map(({ score }) => score ?? -Infinity));
}
