import type { StressedBook, StressResult } from '../../../../schema/index.js';
import { figure, percent, signedMoney, withSign } from '../../../number-format.js';
import type { Section } from '../../report.js';
import type { ReportDetail } from '../../report-detail.js';
import { tableOf } from '../../table-of.js';
import { stressedColumns } from './stressed-columns.js';

/** Every scenario of the file, the worst first, and what the worst does to each underlying and position. */
export function stressScenariosSections({ scenarios, base }: StressResult, detail: ReportDetail): Section[] {
  if (scenarios === null) return [];
  const lines = scenarios.scenarios;
  const table = tableOf(
    [
      { title: 'scenario', align: 'left', of: ({ name }) => name },
      ...stressedColumns<(typeof lines)[number]>((line) => line, base.equity !== null),
    ],
    lines,
    { limit: detail.trades, noun: 'scenarios', detailTitle: 'moves', detail: ({ moves }) => moves.join(', ') },
  );
  const [worst] = lines;
  return [
    { title: 'Scenarios', blocks: [table] },
    ...(worst === undefined ? [] : stressedPartsSections(worst.name, worst, detail)),
  ];
}

/** What one state does to each underlying, and to each position where the document tells it. */
export function stressedPartsSections(name: string, book: StressedBook, detail: ReportDetail): Section[] {
  const { byUnderlying, byInstrument } = book;
  const underlyings = tableOf(
    [
      { title: 'underlying', align: 'left', of: ({ underlying }) => underlying },
      { title: 'move', of: ({ move }) => withSign(percent(move)) },
      { title: 'level', rank: 1, of: ({ level }) => (level === null ? '' : figure(level)) },
      { title: 'P&L', of: ({ pnl }) => signedMoney(pnl) },
    ],
    byUnderlying,
    { limit: detail.positions, noun: 'underlyings' },
  );
  const instruments =
    byInstrument === null
      ? []
      : [
          tableOf(
            [
              { title: 'instrument', align: 'left', of: ({ instrument }) => instrument },
              { title: 'quantity', rank: 1, of: ({ quantity }) => figure(quantity) },
              { title: 'P&L', of: ({ pnl }) => signedMoney(pnl) },
            ],
            byInstrument,
            { limit: detail.positions, noun: 'positions' },
          ),
        ];
  return [{ title: `P&L of ${name}`, blocks: [underlyings, ...instruments] }];
}
