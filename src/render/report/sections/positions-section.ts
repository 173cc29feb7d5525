import type { PositionLine } from '../../../schema/index.js';
import { money, price, quantity, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { signTone } from '../sign-tone.js';
import { tableOf } from '../table-of.js';

/** Every position with its value, its margin alone, and what it earns or loses in the book's worst scenario. */
export function positionsSection(positions: readonly PositionLine[], detail: ReportDetail): Section {
  const title = 'Positions';
  if (positions.length === 0) return { title, blocks: [{ kind: 'text', text: 'The book is empty.', tone: 'muted' }] };
  const cut = positions.length > detail.positions;
  const rows = cut ? [...positions].sort((a, b) => b.standaloneMargin - a.standaloneMargin) : positions;
  return {
    title: cut ? `Positions (the ${detail.positions} with the largest standalone margin)` : title,
    blocks: [
      tableOf(
        [
          { title: 'instrument', align: 'left', of: (line) => line.instrument },
          { title: 'quantity', of: (line) => quantity(line.quantity) },
          { title: 'price', rank: 2, of: (line) => (line.price === null ? 'none' : price(line.price)) },
          { title: 'value', rank: 1, of: (line) => money(line.value) },
          { title: 'standalone', of: (line) => money(line.standaloneMargin) },
          {
            title: 'worst case',
            of: (line) => cell(signedMoney(line.worstScenarioPnl), signTone(line.worstScenarioPnl)),
          },
        ],
        rows,
        { limit: detail.positions, noun: 'positions' },
      ),
    ],
  };
}
