import { bestAdmissible } from './admissible-point.js';
import type { HedgeProgram } from './hedge-program.js';
import type { LinearProgram } from './solver/index.js';
import type { TradeColumn } from './trade-columns.js';

/** A start is handed to the search only if it keeps every row to this. */
const ADMISSIBLE = 1e-7;

/** A value below this part of a column's largest is rounding of the solver. */
const DUST = 1e-9;

/**
 * Parts of a linear answer that are tried. The linear answer sits on its limits, where rounding breaks them; between it and
 * a present book that keeps them there is room, for the limits are convex.
 */
const SHARES = [1, 0.99, 0.97, 0.94, 0.9, 0.8, 0.6, 0.3];

/**
 * A point for branch and bound to start from: parts of linear answers rounded to whole lots, with 1, 2, 4, ... of their
 * largest trades kept; else no trade at all. The best that keeps every row; null when none does.
 *
 * @param answers of the continuous program, or of one narrowed to few instruments
 */
export function startingPoint(hedge: HedgeProgram, answers: readonly Float64Array[]): Float64Array | null {
  return bestAdmissible(hedge, roundedPoints(hedge, answers), ADMISSIBLE);
}

/**
 * The continuous program in which only the instruments a linear answer trades most may be traded, so that its answer
 * keeps a limit on their number.
 *
 * @param most how many instruments stay open
 */
export function narrowedProgram(
  program: LinearProgram,
  hedge: HedgeProgram,
  answer: Float64Array,
  most: number,
): LinearProgram {
  // A trade through several price levels has several columns and is one all the same.
  const ranked = new Set(largestTrades(hedge, answer).map(({ candidate }) => candidate.line));
  const open = new Set([...ranked].slice(0, Math.max(0, Math.floor(most))));
  const upper = program.upper.slice();
  for (const { candidate, column } of hedge.trades.all) if (!open.has(candidate.line)) upper[column] = 0;
  return { ...program, integer: null, upper };
}

/** The trade columns an answer uses, by money of exposure, largest first; one per instrument, side and price. */
function largestTrades(hedge: HedgeProgram, answer: Float64Array): TradeColumn[] {
  const money = ({ candidate, column, unit }: TradeColumn): number => candidate.notional * unit * answer[column]!;
  return hedge.trades.all.filter(({ column }) => answer[column]! > 0).sort((a, b) => money(b) - money(a));
}

/** Parts of an answer in whole lots, nothing left out; the answer itself where no size must be whole. */
export function* roundedAnswer(hedge: HedgeProgram, answer: Float64Array): Generator<Float64Array> {
  const trades = hedge.trades.all.filter(({ column, upper }) => answer[column]! > DUST * upper);
  const anyWhole = hedge.trades.all.some(({ whole }) => whole);
  for (const share of anyWhole ? SHARES : [1]) {
    for (const round of anyWhole ? [Math.floor, Math.round] : [Math.round]) {
      yield rounded(hedge, trades, answer, share, round);
    }
  }
}

function* roundedPoints(hedge: HedgeProgram, answers: readonly Float64Array[]): Generator<Float64Array> {
  yield new Float64Array(hedge.builder.columns);
  const roundings = hedge.trades.all.some(({ whole }) => whole) ? [Math.floor, Math.round] : [Math.round];
  for (const answer of answers) {
    const ranked = largestTrades(hedge, answer);
    for (let kept = 1; ; kept *= 2) {
      for (const share of SHARES) {
        for (const round of roundings) yield rounded(hedge, ranked.slice(0, kept), answer, share, round);
      }
      if (kept >= ranked.length) break;
    }
  }
}

function rounded(
  hedge: HedgeProgram,
  trades: readonly TradeColumn[],
  answer: Float64Array,
  share: number,
  round: (value: number) => number,
): Float64Array {
  const x = new Float64Array(hedge.builder.columns);
  for (const { column, whole, upper } of trades) {
    const value = share * answer[column]!;
    x[column] = whole ? Math.min(upper, round(value + 1e-9)) : value;
  }
  return x;
}
