import type { StressCombine, StressMove, StressScenario } from '../../src/domain/index.js';
import type { MarketView } from '../../src/scenario/index.js';
import { MarketMoves, type MovedLine, movedView, moveLine, type ValuedInstrument } from '../../src/scenario/index.js';

const FREE = { minDays: null, maxDays: null, minMoneyness: null, maxMoneyness: null };

/** A move of everything, by a fraction, unless told otherwise. */
export function aMove(kind: StressMove['kind'], amount: number, changes: Partial<StressMove> = {}): StressMove {
  const absolute = kind === 'rate' || kind === 'time';
  return { kind, of: null, amount, absolute, expiry: null, bucket: FREE, origin: null, ...changes };
}

export function aStress(moves: readonly StressMove[], combine: StressCombine = 'product'): StressScenario {
  return { name: 'a stress', combine, moves };
}

export const movesOf = (moves: readonly StressMove[], combine: StressCombine = 'product'): MarketMoves =>
  new MarketMoves(aStress(moves, combine));

/** A line of a market after some moves of it. */
export function movedLine(line: ValuedInstrument, view: MarketView, moves: readonly StressMove[]): MovedLine {
  const joined = movesOf(moves);
  return moveLine(line, joined, { before: view, after: movedView(view, joined) });
}
