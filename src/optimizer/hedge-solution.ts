import { evaluate } from '../formula/index.js';
import type { HedgeProblem, SecondFigure } from './hedge-problem.js';
import { columnCost, type TradeColumn, type TradeColumns } from './trade-columns.js';
import { type Fill, walkLadder } from './walk-ladder.js';

/** A proposed trade in one instrument. */
export interface HedgeTrade {
  readonly instrument: string;
  readonly line: number;
  readonly direction: 1 | -1;
  /** Contracts, positive. */
  readonly quantity: number;
  /** Best price first. */
  readonly fills: readonly Fill[];
  /** What the next contract would trade at; null when nothing more is on offer, or nobody knows. */
  readonly marginalPrice: number | null;
  readonly notional: number;
}

/** A quantity below this part of the displayed size is rounding of the solver, not a trade. */
const DUST = 1e-9;

/**
 * The trades of a program's answer. Bought and sold in the same instrument are netted, what is left fills the best prices
 * first (either only saves cost), dust is dropped, lots are whole.
 */
export function tradesOf(x: Float64Array, columns: TradeColumns): HedgeTrade[] {
  const traded = new Set<number>();
  for (const trade of columns.all) if (x[trade.column]! > DUST * trade.upper) traded.add(trade.candidate.line);
  return [...traded].flatMap((line) => netTrade(columns.ofLine(line), x) ?? []);
}

/** What the columns of one instrument come to; null when they cancel. */
function netTrade(columns: readonly TradeColumn[], x: Float64Array): HedgeTrade | null {
  const { candidate, whole } = columns[0]!;
  const [bought, sold] = [contractsIn(columns, 1, x), contractsIn(columns, -1, x)];
  const net = bought > 0 && sold > 0 ? decimal(bought - sold) : bought - sold;
  if (net === 0) return null;
  const direction = net > 0 ? 1 : -1;
  const { fills, next } = walkLadder(offersIn(columns, direction), Math.abs(net));
  const quantity = decimalIf(whole, total(fills));
  const { instrument, line, notional } = candidate;
  const marginalPrice = next?.price ?? null;
  return { instrument, line, direction, quantity, fills, marginalPrice, notional: notional * quantity };
}

/** Contracts of one direction at a point of the program. */
function contractsIn(columns: readonly TradeColumn[], direction: 1 | -1, x: Float64Array): number {
  let contracts = 0;
  for (const trade of columns) {
    if (trade.direction !== direction) continue;
    const value = trade.whole ? Math.round(x[trade.column]!) : x[trade.column]!;
    if (value > DUST * trade.upper) contracts += Math.min(decimalIf(trade.whole, value * trade.unit), offered(trade));
  }
  return decimalIf(columns[0]!.whole, contracts);
}

/** What may be traded in one direction, cheapest first. */
function offersIn(columns: readonly TradeColumn[], direction: 1 | -1): Fill[] {
  return columns
    .filter((trade) => trade.direction === direction)
    .sort((a, b) => columnCost(a) / a.unit - columnCost(b) / b.unit)
    .map((trade) => ({ level: trade.level, quantity: offered(trade) }));
}

/** Contracts at the price of a column: what is displayed, in whole lots where they are whole. */
function offered({ level, whole, upper, unit }: TradeColumn): number {
  return whole ? Math.min(level.size, decimal(upper * unit)) : level.size;
}

function decimalIf(whole: boolean, value: number): number {
  return whole ? decimal(value) : value;
}

/** Takes the binary noise off a multiple of a decimal lot: 3 x 0.1 is 0.3. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}

function total(fills: readonly Fill[]): number {
  return fills.reduce((sum, fill) => sum + fill.quantity, 0);
}

/** Contracts held after the trades, by line. */
export function bookAfter(present: Float64Array, trades: readonly HedgeTrade[]): Float64Array {
  const after = present.slice();
  for (const { line, direction, quantity } of trades) after[line]! += direction * quantity;
  return after;
}

/**
 * What a problem makes small, at the book after some trades by the full formula: marginWeight x initial margin + cost, or its
 * second aim.
 */
export function objectiveOf(problem: HedgeProblem, trades: readonly HedgeTrade[]): number {
  if (problem.second !== undefined) return secondValue(problem.second.aim, trades);
  const { spread, depth, fees } = costOf(trades);
  return problem.marginWeight * evaluate(problem.margin, bookAfter(problem.present, trades)) + spread + depth + fees;
}

/** The figure of trades that a second aim makes small: money, or how many instruments are traded. */
export function secondValue(aim: SecondFigure, trades: readonly HedgeTrade[]): number {
  if (aim === 'trades') return trades.length;
  if (aim === 'turnover') return trades.reduce((sum, { notional }) => sum + notional, 0);
  const { spread, depth, fees } = costOf(trades);
  return spread + depth + fees;
}

/** What trades cost, in money. */
export interface TradeCost {
  /** Lost between fair value and the best price. */
  readonly spread: number;
  /** Lost between the best price and the prices behind it. */
  readonly depth: number;
  readonly fees: number;
}

/** Money lost to the spread, to prices behind the best, and to fees. */
export function costOf(trades: readonly HedgeTrade[]): TradeCost {
  let spread = 0;
  let depth = 0;
  let fees = 0;
  for (const { fills } of trades) {
    for (const { level, quantity } of fills) {
      spread += (level.unitSpread - level.unitDepth) * quantity;
      depth += level.unitDepth * quantity;
      fees += level.unitFee * quantity;
    }
  }
  return { spread, depth, fees };
}
