import { evaluate } from '../formula/index.js';
import { costOf, type HedgeTrade } from '../optimizer/index.js';
import type { Cost, TradeLine } from '../schema/optimize-document.js';
import { groupedAmount } from './grouped-amount.js';
import type { TradedFigures } from './limit-lines.js';
import type { MarginAim } from './margin-aim.js';
import type { PreparedRun } from './prepare-run.js';
import { worstOfBlocks } from './worst-scenario.js';

/** Why trades are looked at: margo chose them, or the user asks what they would do. */
export type TradePurpose = 'to hedge' | 'as asked';

/**
 * The trades as documents tell them, each with the margin the book would need more without it.
 *
 * @param aim whose margin that is
 */
export function tradeLines(
  run: PreparedRun,
  trades: readonly HedgeTrade[],
  after: Float64Array,
  purpose: TradePurpose,
  aim: MarginAim,
): TradeLine[] {
  const margin = aim.marginOf(after);
  return trades
    .map((trade) => {
      const without = after.slice();
      without[trade.line]! -= trade.direction * trade.quantity;
      const marginSaved = aim.marginOf(without) - margin;
      const { spread, depth, fees } = costOf([trade]);
      return {
        instrument: trade.instrument,
        side: trade.direction > 0 ? ('buy' as const) : ('sell' as const),
        quantity: trade.quantity,
        price: averagePrice(trade),
        limitPrice: trade.fills.at(-1)!.level.price,
        marginalPrice: trade.marginalPrice,
        fills: trade.fills.map(fillLine),
        notional: trade.notional,
        cost: spread + depth + fees,
        fee: fees,
        marginSaved,
        why: reason(run, { after, without, marginSaved, purpose, beside: aim.beside }),
      };
    })
    .sort((a, b) => b.marginSaved - a.marginSaved || (a.instrument < b.instrument ? -1 : 1));
}

function fillLine({ level, quantity }: HedgeTrade['fills'][number]): TradeLine['fills'][number] {
  return { price: level.price, quantity, unitCost: level.unitSpread + level.unitFee };
}

function averagePrice({ fills, quantity }: HedgeTrade): number {
  if (fills.length === 1) return fills[0]!.level.price;
  return fills.reduce((total, fill) => total + fill.level.price * fill.quantity, 0) / quantity;
}

interface Traded {
  readonly after: Float64Array;
  readonly without: Float64Array;
  readonly marginSaved: number;
  readonly purpose: TradePurpose;
  readonly beside: string;
}

/** What the trade does in the scenario that would be the worst without it, today. */
function reason(run: PreparedRun, { after, without, marginSaved, purpose, beside }: Traded): string {
  const worst = worstOfBlocks(run.requirement, without);
  const gain = worst.reduce((total, { pnl }) => total + evaluate(pnl, after) - evaluate(pnl, without), 0);
  const money = (amount: number): string => `${groupedAmount(Math.abs(amount))} ${run.view.currency}`;
  const names = worst.map(({ scenario }) => scenario.name).join(' + ');
  const isOfScenarios = run.model.usesSensitivities !== true || marginSaved <= 0;
  if (worst.length === 0 && isOfScenarios) return 'no scenario loses money without it';
  if (gain > 0) return `gains ${money(gain)} in what would be the worst scenario without it: ${names}`;
  if (marginSaved > 0) return `lowers ${beside} by ${money(marginSaved)}`;
  const loss = gain < 0 ? `loses ${money(gain)} in ${names}` : `moves nothing in ${names}`;
  return purpose === 'to hedge' ? `keeps a limit: ${loss}` : loss;
}

/** What was traded per line, for the limits on trades. */
export function tradedFigures(lines: number, trades: readonly HedgeTrade[]): TradedFigures {
  const cost = new Float64Array(lines);
  const notional = new Float64Array(lines);
  const contracts = new Float64Array(lines);
  let partLevels = 0;
  for (const trade of trades) {
    const { spread, depth, fees } = costOf([trade]);
    cost[trade.line]! += spread + depth + fees;
    notional[trade.line]! += trade.notional;
    contracts[trade.line]! += trade.quantity;
    partLevels += trade.fills.filter(({ level, quantity }) => quantity < level.size * (1 - 1e-9)).length;
  }
  return { cost, notional, contracts, partLevels };
}

/** The cost of all trades; `depth` is what prices behind the best ones cost more. */
export function costLine(trades: readonly HedgeTrade[]): Cost {
  const { spread, depth, fees } = costOf(trades);
  return { spread, depth, fees, total: spread + depth + fees };
}
