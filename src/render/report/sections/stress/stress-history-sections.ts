import type { StressHistory, StressResult, StressWindow } from '../../../../schema/index.js';
import { percent, withSign } from '../../../number-format.js';
import type { Block, Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { tableOf } from '../../table-of.js';
import { stressedPartsSections } from './stress-scenarios-sections.js';
import { stressedColumns } from './stressed-columns.js';

/** Windows of the past with their joint moves, and what the worst of them does to each underlying. */
export function stressHistorySections({ history, base }: StressResult, detail: ReportDetail): Section[] {
  if (history === null) return [];
  const { rule, windowDays, windows } = history;
  const table = tableOf<StressWindow>(
    [
      { title: windowDays === 1 ? 'date' : 'to', align: 'left', of: ({ to }) => to },
      { title: 'from', align: 'left', rank: 3, of: ({ from }) => from },
      ...stressedColumns<StressWindow>(({ book }) => book, base.equity !== null),
    ],
    windows,
    { limit: detail.trades, noun: 'windows', detailTitle: 'joint move', detail: jointMove },
  );
  const blocks: Block[] = [table, { kind: 'text', text: lookedAt(history), tone: 'muted' }];
  const days = windowDays === 1 ? 'days' : `windows of ${windowDays} price dates`;
  const valued = windows.flatMap(({ name, book }) => (book === null ? [] : [{ name, book }]));
  const [first, ...others] = valued;
  const worst = others.reduce((low, one) => (low === undefined || one.book.pnl < low.book.pnl ? one : low), first);
  return [
    { title: rule === 'worst' ? `Worst ${days}` : 'By date', blocks },
    ...(worst === undefined ? [] : stressedPartsSections(worst.name, worst.book, detail)),
  ];
}

function jointMove({ moves, missing }: StressWindow): string {
  const moved = moves.map(({ underlying, move }) => `${underlying} ${withSign(percent(move))}`).join(', ');
  return missing.length === 0 ? moved : `no price of ${missing.join(', ')}: not valued`;
}

function lookedAt({ looked, incomplete, from, to, unmoved }: StressHistory): string {
  const range = from === null ? '' : ` from ${from} to ${to}`;
  const left = incomplete === 0 ? '' : `; ${incomplete} lack a price`;
  const still = unmoved.length === 0 ? '' : `; without a column, and unmoved: ${unmoved.join(', ')}`;
  return `${looked} ${looked === 1 ? 'window' : 'windows'} valued${range}${left}${still}.`;
}
