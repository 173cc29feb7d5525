import type { CostBreakdown, HorizonLine, TradeLine } from '../../../schema/index.js';
import { money, price, quantity } from '../../number-format.js';
import type { Block, Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';
import { horizonWords } from './horizon-words.js';

const SAVES = 'saves: the margin the book would need more without this trade';

const LIMIT = 'limit: the worst price of a trade through several levels; price is the average';

/** The trades, what each costs, what margin it saves and why it is there. */
export function tradesSection(
  trades: readonly TradeLine[],
  cost: CostBreakdown | null,
  detail: ReportDetail,
  horizon?: HorizonLine,
): Section {
  if (trades.length === 0) return { title: 'Trades', blocks: [{ kind: 'text', text: 'None.', tone: 'muted' }] };
  const deep = trades.some(({ fills }) => fills.length > 1);
  const explained = trades.some((trade) => trade.why !== '');
  const blocks: Block[] = [
    tableOf(
      [
        { title: 'side', align: 'left', of: (trade) => trade.side },
        { title: 'quantity', of: (trade) => quantity(trade.quantity) },
        { title: 'instrument', align: 'left', of: (trade) => trade.instrument },
        { title: 'price', of: (trade) => price(trade.price) },
        ...(deep ? [{ title: 'limit', note: LIMIT, rank: 2, of: (trade: TradeLine) => price(trade.limitPrice) }] : []),
        { title: 'notional', rank: 2, of: (trade) => money(trade.notional) },
        { title: 'fee', rank: 3, of: (trade) => money(trade.fee) },
        { title: 'cost', of: (trade) => money(trade.cost) },
        {
          title: 'saves',
          note: horizon === undefined ? SAVES : `${SAVES}, ${horizonWords(horizon)}`,
          of: (trade) => money(trade.marginSaved),
        },
      ],
      trades,
      {
        limit: detail.trades,
        noun: 'trades',
        ...(explained ? { detailTitle: 'why', detail: (trade: TradeLine) => trade.why } : {}),
      },
    ),
  ];
  if (cost !== null) blocks.push({ kind: 'text', text: costInWords(cost), tone: 'plain' });
  return { title: 'Trades', blocks };
}

function costInWords(cost: CostBreakdown): string {
  const parts = `spread ${money(cost.spread)}, depth ${money(cost.depth)}, fees ${money(cost.fees)}`;
  return `Cost ${money(cost.total)}: ${parts}.`;
}
