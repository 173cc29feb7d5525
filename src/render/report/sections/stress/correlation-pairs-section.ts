import type { StressCorrelations, StressedPair } from '../../../../schema/index.js';
import { fixed, significant } from '../../../number-format.js';
import { cell } from '../../cell.js';
import type { Cell, Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { type ColumnOf, tableOf } from '../../table-of.js';
import { changeCell } from './change-cell.js';

/** The margin with each pair moved either way, the pair that matters most first. */
export function correlationPairsSection({ pairs, pairMove }: StressCorrelations, { positions }: ReportDetail): Section {
  const columns: ColumnOf<StressedPair>[] = [
    { title: 'pair', align: 'left', of: ({ a, b }) => `${a} ${b}` },
    { title: 'now', of: ({ correlation }) => fixed(correlation, 3) },
    { title: 'may be', rank: 2, note: 'may be: while all others stay', of: rangeText },
    { title: 'down to', rank: 1, note: '* other pairs had to move too', of: ({ down }) => movedText(down) },
    { title: 'change', of: ({ down }) => changeCell(down.marginChange) },
    { title: 'up to', rank: 1, of: ({ up }) => movedText(up) },
    { title: 'change', of: ({ up }) => changeCell(up.marginChange) },
  ];
  const move = significant(pairMove, 4);
  return {
    title: `Each pair moved by ${move} either way`,
    blocks: [tableOf(columns, pairs, { limit: positions, noun: 'pairs' })],
  };
}

function rangeText({ low, high }: StressedPair): string {
  return high - low < 0.0005 ? fixed(low, 3) : `${fixed(low, 3)}..${fixed(high, 3)}`;
}

function movedText({ correlation, repaired }: StressedPair['up']): Cell {
  return cell(`${fixed(correlation, 3)}${repaired ? '*' : ''}`);
}
