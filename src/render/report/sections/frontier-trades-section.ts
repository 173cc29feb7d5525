import type { FrontierPointLine, FrontierResult } from '../../../schema/index.js';
import { money, price, quantity } from '../../number-format.js';
import type { Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';

/** The trades of one point: the knee, else the last one with a book. */
export function frontierTradesSection(result: FrontierResult, detail: ReportDetail): Section | null {
  const { points, knee } = result;
  const point = knee === null ? points.findLast(({ margin }) => margin !== null) : points[knee];
  if (point === undefined || point.trades.length === 0) return null;
  const table = tableOf(
    [
      { title: 'side', align: 'left', of: ({ side }) => side },
      { title: 'instrument', align: 'left', of: ({ instrument }) => instrument },
      { title: 'quantity', of: (trade) => quantity(trade.quantity) },
      { title: 'price', of: (trade) => price(trade.price) },
      { title: 'cost', rank: 2, of: ({ cost }) => money(cost) },
      { title: 'margin saved', rank: 1, of: ({ marginSaved }) => money(marginSaved) },
    ],
    point.trades as FrontierPointLine['trades'],
    { limit: detail.trades, noun: 'trades' },
  );
  const others = 'The trades of every point: --format csv or --json.';
  const title = knee === null ? 'Trades of the last point' : 'Trades at the knee';
  return { title, blocks: [table, { kind: 'text', text: others, tone: 'muted' }] };
}
