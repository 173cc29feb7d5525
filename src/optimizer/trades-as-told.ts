import type { HedgeProblem } from './hedge-problem.js';
import { type HedgeTrade, tradesOf } from './hedge-solution.js';
import { ProgramBuilder } from './solver/index.js';
import { columnCost, TradeColumns } from './trade-columns.js';

/** Rounding that is no breach of a size or a lot, relative. */
const ROUNDING = 1e-9;

/** A trade as a document tells it. */
export interface ToldTrade {
  readonly instrument: string;
  readonly side: 'buy' | 'sell';
  /** Contracts, positive. */
  readonly quantity: number;
}

/** What is wrong with a told trade, by its place in the list; `offered` is what could have been traded, in contracts. */
export interface TradeFault {
  readonly trade: number;
  readonly fault: 'notACandidate' | 'moreThanOffered' | 'notWholeLots' | 'toldTwice';
  readonly offered: number;
}

/**
 * Trades of a document made again from what is on offer: at the best prices first, as an answer of the solver is read. What
 * is not on offer is told and left out.
 */
export function tradesAsTold(
  { candidates, present, wholeLots }: HedgeProblem,
  told: readonly ToldTrade[],
): { readonly trades: readonly HedgeTrade[]; readonly faults: readonly TradeFault[] } {
  const builder = new ProgramBuilder();
  const columns = new TradeColumns(builder, candidates, present, wholeLots);
  const x = new Float64Array(builder.columns);
  const faults: TradeFault[] = [];
  const seen = new Set<string>();
  told.forEach(({ instrument, side, quantity }, trade) => {
    const direction = side === 'buy' ? 1 : -1;
    const ladder = columns.all
      .filter(({ candidate, direction: way }) => candidate.instrument === instrument && way === direction)
      .sort((a, b) => columnCost(a) - columnCost(b));
    const offered = ladder.reduce((total, { unit, upper }) => total + unit * upper, 0);
    const fault = (kind: TradeFault['fault']) => faults.push({ trade, fault: kind, offered });
    if (seen.has(instrument)) fault('toldTwice');
    else if (ladder.length === 0) fault('notACandidate');
    else if (!(quantity <= offered * (1 + ROUNDING))) fault('moreThanOffered');
    seen.add(instrument);
    const { unit, whole } = ladder[0] ?? { unit: 1, whole: false };
    const lots = quantity / unit;
    if (whole && Math.abs(lots - Math.round(lots)) > ROUNDING * Math.max(1, lots)) fault('notWholeLots');
    let left = whole ? Math.round(lots) : quantity;
    for (const { column, upper } of ladder) {
      x[column] = Math.min(left, upper);
      left -= x[column]!;
    }
  });
  return { trades: tradesOf(x, columns), faults };
}
