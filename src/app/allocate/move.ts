import type { PriceLevel } from '../../optimizer/index.js';
import type { ValuedInstrument } from '../../scenario/index.js';
import type { MovePair } from './move-pairs.js';

/**
 * A move that can be made: contracts of `from` become `ratio` times as many of `to`. Forwards takes from the first venue and gives to
 * the second, backwards the other way round, whatever the sign of what is held.
 */
export interface Move {
  readonly pair: MovePair;
  /** Lines of the two contracts in their venues' universes. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly line: ValuedInstrument;
  /** Cheapest first; in contracts of `from`. */
  readonly forwards: readonly PriceLevel[];
  readonly backwards: readonly PriceLevel[];
  /** Contracts of `from` that are whole lots at both venues; null where nothing says. */
  readonly lot: number | null;
}
