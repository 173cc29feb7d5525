import { absolute, type Formula, scale, sum } from '../../formula/index.js';
import { columnGroups, columnSum, expiryKey, type VenueLine, yearsToExpiry } from '../venue-lines/index.js';
import { netDelta } from './net-delta.js';
import type { PairBook, PmeBook } from './pair-loss.js';

/**
 * Sum over expiries of |net delta| x max(min_annualised_move, exp(annualised_move_risk T) - 1); T = 0 for a perpetual.
 * Coins, or quote currency at the index.
 *
 * SOURCE: Deribit `private/pme/simulate` (the minimum, to the last digit); exp - 1 from a public re-implementation.
 */
export function rollShock(pairs: readonly PairBook[], book: PmeBook): Formula {
  return sum(
    'roll shock',
    pairs.flatMap((pair) => pairRollShock(pair, book)),
  );
}

function pairRollShock(pair: PairBook, book: PmeBook): Formula[] {
  const { lines, asOfMs } = book;
  const { minAnnualisedMove } = pair.values;
  const groups = columnGroups(lines, (line) => (line.underlying === pair.underlying ? expiryKey(line) : null));
  return [...groups].map(([name, columns]) => {
    const rate = Math.max(minAnnualisedMove, grownRate(lines[columns[0]!]!, pair, asOfMs));
    const delta = columnSum(`net delta ${name}`, lines, columns, (line) => netDelta(line, asOfMs));
    return scale(`roll ${name}`, rate * (book.money === 'coin' ? 1 : pair.index), absolute(name, delta));
  });
}

/** Whether every expiry is charged the minimum: the one branch of the rule that outside figures confirm. */
export function isLeastRollShock(pairs: readonly PairBook[], { lines, asOfMs }: PmeBook): boolean {
  return pairs.every((pair) =>
    lines.every(
      (line) => line.underlying !== pair.underlying || grownRate(line, pair, asOfMs) <= pair.values.minAnnualisedMove,
    ),
  );
}

function grownRate(line: VenueLine, { values }: PairBook, asOfMs: number): number {
  return Math.exp(values.annualisedMoveRisk * yearsToExpiry(line, asOfMs)) - 1;
}
