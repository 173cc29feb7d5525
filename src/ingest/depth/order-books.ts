import type { Depth, DepthLevel, OrderBook } from '../../domain/index.js';

export type BookSide = 'bids' | 'asks';

/** Order books in the making: levels come in any order, those of equal price are added up. */
export class OrderBooks {
  readonly #levels = new Map<string, Record<BookSide, Map<number, DepthLevel>>>();

  add(instrument: string, side: BookSide, level: DepthLevel): void {
    const book = this.#levels.get(instrument) ?? { bids: new Map(), asks: new Map() };
    this.#levels.set(instrument, book);
    const before = book[side].get(level.price);
    book[side].set(level.price, before === undefined ? level : { ...before, size: before.size + level.size });
  }

  /** The books by instrument, in the order in which they were met; each side best price first. */
  sorted(): Depth {
    const depth = new Map<string, OrderBook>();
    for (const [instrument, { bids, asks }] of this.#levels) {
      depth.set(instrument, {
        bids: [...bids.values()].sort((a, b) => b.price - a.price),
        asks: [...asks.values()].sort((a, b) => a.price - b.price),
      });
    }
    return depth;
  }
}
