import { describe, expect, it } from 'vitest';
import type { Depth } from '../../src/domain/index.js';
import { displayedBook } from '../../src/optimizer/displayed-book.js';
import { aLine } from './a-line.js';

const QUOTED = { bid: 980, bidSize: 4, ask: 1030, askSize: null };
const level = (price: number, size: number) => ({ price, size, origin: null });

describe('displayedBook', () => {
  it('is the best quote where there is no depth', () => {
    expect(displayedBook(aLine('C', { quote: QUOTED }), new Map())).toEqual({
      bids: [{ price: 980, size: 4 }],
      asks: [{ price: 1030, size: null }],
    });
    expect(displayedBook(aLine('C', { quote: null }), new Map())).toEqual({ bids: [], asks: [] });
  });

  it('is the depth where there is one, side by side', () => {
    const asks = [level(1020, 1), level(1040, 5)];
    const depth: Depth = new Map([['C', { bids: [], asks }]]);
    expect(displayedBook(aLine('C', { quote: QUOTED }), depth)).toEqual({ bids: [{ price: 980, size: 4 }], asks });
    expect(displayedBook(aLine('D', { quote: QUOTED }), depth).asks).toHaveLength(1);
  });
});
