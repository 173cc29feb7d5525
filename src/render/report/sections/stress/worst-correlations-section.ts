import type { WorstMatrix } from '../../../../schema/index.js';
import { fixed, money, signedMoney, significant } from '../../../number-format.js';
import type { Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { tableOf } from '../../table-of.js';
import { changeCell } from './change-cell.js';

/** The admissible matrix that raises the margin most, how far that is proven, and which pairs it moves. */
export function worstCorrelationsSection(
  worst: WorstMatrix,
  names: readonly string[],
  { positions }: ReportDetail,
): Section {
  const { initialMargin, marginChange, pairs } = worst;
  const [first] = pairs;
  const most = first === undefined ? 'No admissible matrix is worse.' : `${first.a} and ${first.b} matter most.`;
  const text = `Margin ${money(initialMargin)} (${signedMoney(marginChange)}) ${boundsInWords(worst)}. ${most} ${proofInWords(worst)}`;
  const table = tableOf(
    [
      { title: 'pair', align: 'left', of: ({ a, b }) => `${a} ${b}` },
      { title: 'now', of: ({ before }) => fixed(before, 3) },
      { title: 'worst', of: ({ after }) => fixed(after, 3) },
      {
        title: 'its share',
        note: 'its share: margin that goes away when this pair alone is put back',
        of: ({ share }) => changeCell(share),
      },
    ],
    pairs,
    { limit: positions, noun: 'pairs' },
  );
  const title = `The worst correlation of ${names.length} underlyings`;
  return { title, blocks: [{ kind: 'text', text, tone: 'plain' }, ...(pairs.length === 0 ? [] : [table])] };
}

function boundsInWords({ within, pairsBounded, distanceAllowed }: WorstMatrix): string {
  const other = pairsBounded === undefined ? 'each pair' : 'each other pair';
  const box = [
    ...(pairsBounded === undefined
      ? []
      : [`${pairsBounded} ${pairsBounded === 1 ? 'pair' : 'pairs'} within the bounds given`]),
    ...(within === null ? [] : [`${other} within ${within}`]),
  ];
  const ball = distanceAllowed === null ? [] : [`a distance of at most ${significant(distanceAllowed, 4)}`];
  return `with ${[...box, ...ball].join(' and ')}`;
}

function proofInWords({ proven, climbs, evaluations: { full, quick } }: WorstMatrix): string {
  if (proven) return `All of the interval was looked at: ${full} margins.`;
  const curves = quick === 0 ? '' : `, ${quick} by curves`;
  return `A local optimum, the best of ${climbs} climbs: a higher one is not ruled out (${full} margins in full${curves}).`;
}
