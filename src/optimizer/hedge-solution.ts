import { evaluate } from '../formula/index.js';
import type { PriceLevel } from './candidate.js';
import type { HedgeProblem } from './hedge-problem.js';
import type { TradeColumns } from './trade-columns.js';

/** What is traded at one price. */
export interface Fill {
  readonly level: PriceLevel;
  /** Contracts, positive. */
  readonly quantity: number;
}

/** A proposed trade in one instrument. */
export interface HedgeTrade {
  readonly instrument: string;
  readonly line: number;
  readonly direction: 1 | -1;
  /** Contracts, positive. */
  readonly quantity: number;
  readonly fills: readonly Fill[];
  readonly notional: number;
}

/** A quantity below this part of the displayed size is rounding of the solver, not a trade. */
const DUST = 1e-9;

/**
 * The trades of a program's answer. Bought and sold in the same instrument are netted (the worst prices first, which only
 * saves cost), dust is dropped, lots are whole.
 */
export function tradesOf(x: Float64Array, columns: TradeColumns): HedgeTrade[] {
  const byLine = new Map<number, { buys: Fill[]; sells: Fill[]; instrument: string; notional: number }>();
  for (const { candidate, direction, level, column, unit, whole, upper } of columns.all) {
    const value = whole ? Math.round(x[column]!) : x[column]!;
    if (!(value > DUST * upper)) continue;
    const contracts = whole ? decimal(value * unit) : value;
    const entry = byLine.get(candidate.line) ?? {
      buys: [],
      sells: [],
      instrument: candidate.instrument,
      notional: candidate.notional,
    };
    byLine.set(candidate.line, entry);
    (direction > 0 ? entry.buys : entry.sells).push({ level, quantity: Math.min(contracts, level.size) });
  }
  const trades: HedgeTrade[] = [];
  for (const [line, { buys, sells, instrument, notional }] of byLine) {
    const net = buys.length > 0 && sells.length > 0 ? decimal(total(buys) - total(sells)) : total(buys) - total(sells);
    const direction = net >= 0 ? 1 : -1;
    const fills = takeBest(direction > 0 ? buys : sells, Math.abs(net));
    const quantity = total(fills);
    if (quantity > 0) trades.push({ instrument, line, direction, quantity, fills, notional: notional * quantity });
  }
  return trades;
}

/** Takes the binary noise off a multiple of a decimal lot: 3 x 0.1 is 0.3. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}

function total(fills: readonly Fill[]): number {
  return fills.reduce((sum, fill) => sum + fill.quantity, 0);
}

/** The cheapest fills that make up a quantity. */
function takeBest(fills: readonly Fill[], quantity: number): Fill[] {
  const taken: Fill[] = [];
  let left = quantity;
  const byCost = [...fills].sort((a, b) => a.level.unitSpread - b.level.unitSpread);
  for (const { level, quantity: offered } of byCost) {
    const take = Math.min(offered, left);
    if (take > 0) taken.push({ level, quantity: take });
    left -= take;
  }
  return taken;
}

/** Contracts held after the trades, by line. */
export function bookAfter(present: Float64Array, trades: readonly HedgeTrade[]): Float64Array {
  const after = present.slice();
  for (const { line, direction, quantity } of trades) after[line]! += direction * quantity;
  return after;
}

/** marginWeight x initial margin + cost of the book after some trades, by the full formula. */
export function objectiveOf(problem: HedgeProblem, trades: readonly HedgeTrade[]): number {
  const { spread, fees } = costOf(trades);
  return problem.marginWeight * evaluate(problem.margin, bookAfter(problem.present, trades)) + spread + fees;
}

/** Money lost to the spread and to fees. */
export function costOf(trades: readonly HedgeTrade[]): { readonly spread: number; readonly fees: number } {
  let spread = 0;
  let fees = 0;
  for (const { fills } of trades) {
    for (const { level, quantity } of fills) {
      spread += level.unitSpread * quantity;
      fees += level.unitFee * quantity;
    }
  }
  return { spread, fees };
}
