import type { Depth } from '../domain/index.js';
import type { ValuedInstrument } from '../scenario/index.js';

/** Contracts on offer at one price; null where no size is displayed. */
export interface DisplayedLevel {
  readonly price: number;
  readonly size: number | null;
}

/** What others offer: each side best price first. */
export interface DisplayedBook {
  readonly bids: readonly DisplayedLevel[];
  readonly asks: readonly DisplayedLevel[];
}

/** The order book of a line: the depth of a side where it is known, else the best quote of the market row alone. */
export function displayedBook({ instrument, quote }: ValuedInstrument, depth: Depth): DisplayedBook {
  const book = depth.get(instrument.name);
  const top = (price: number | null, size: number | null): DisplayedLevel[] =>
    price === null ? [] : [{ price, size }];
  const deep = (levels: readonly DisplayedLevel[] | undefined): readonly DisplayedLevel[] | null =>
    levels === undefined || levels.length === 0 ? null : levels;
  return {
    bids: deep(book?.bids) ?? top(quote?.bid ?? null, quote?.bidSize ?? null),
    asks: deep(book?.asks) ?? top(quote?.ask ?? null, quote?.askSize ?? null),
  };
}
