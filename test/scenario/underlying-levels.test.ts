import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/domain/index.js';
import { forwardOf, markOrMid, underlyingLevels } from '../../src/scenario/index.js';
import { future, index, inverse, market, option, perpetual, quote, spot } from './sample-market.js';

const levelOf = (...quotes: Quote[]) => underlyingLevels(market(...quotes)).get('BTC');
const BTC_OPTION = option('BTC', 30, 60_000, 'C', { underlyingPrice: 61_000, iv: 0.4 }, inverse('BTC', 'option'));

describe('the level of an underlying', () => {
  const near = future('BTC', 7, 60_300);
  const rows = [BTC_OPTION, near, perpetual('BTC', 60_200), spot('BTC', 60_100), index('BTC', 60_000)];

  it('comes from an index row, else spot, else the perpetual, else the nearest expiry, in any order of rows', () => {
    const kinds = ['forward', 'forward', 'perpetual', 'spot', 'index'];
    const levels = [61_000, 60_300, 60_200, 60_100, 60_000];
    for (let count = 1; count <= rows.length; count++) {
      const expected = { level: levels[count - 1], source: kinds[count - 1] };
      expect(levelOf(...rows.slice(0, count))).toEqual(expected);
      expect(levelOf(...rows.slice(0, count).reverse())).toEqual(expected);
    }
  });

  it('is not read where a row has no price', () => {
    const silent = quote({ name: 'BTC', type: 'spot', underlying: 'BTC' }, { bid: 60_000 });
    expect(levelOf(silent)).toBeUndefined();
    expect(levelOf(silent, near)).toEqual({ level: 60_300, source: 'forward' });
    expect(levelOf(index('BTC', 0), near)).toEqual({ level: 60_300, source: 'forward' });
  });

  it('takes the underlying price beside a perpetual without a mark', () => {
    const marked = quote({ name: 'P', type: 'perpetual', underlying: 'BTC' }, { underlyingPrice: 59_900 });
    expect(levelOf(marked)).toEqual({ level: 59_900, source: 'perpetual' });
  });

  it('is in dollars where any row is: a pair against a coin does not decide', () => {
    const pair = spot('BTC', 40, { name: 'BTC-ETH', currency: 'ETH' });
    expect(levelOf(pair, BTC_OPTION)).toEqual({ level: 61_000, source: 'forward' });
    expect(levelOf(BTC_OPTION, pair)).toEqual({ level: 61_000, source: 'forward' });
    expect(levelOf(pair)).toEqual({ level: 40, source: 'spot' });
    expect(levelOf(spot('BTC', 60_100, { currency: 'USDT' }), BTC_OPTION)).toEqual({ level: 60_100, source: 'spot' });
  });
});

describe('the price of a quote', () => {
  const terms = { name: 'X', type: 'future', underlying: 'BTC' } as const;

  it('is the mark, else the middle, else not known', () => {
    expect(markOrMid(quote(terms, { mark: 5, bid: 1, ask: 3 }))).toBe(5);
    expect(markOrMid(quote(terms, { bid: 1, ask: 3 }))).toBe(2);
    expect(markOrMid(quote(terms, { bid: 1 }))).toBeNull();
    expect(markOrMid(quote(terms, { ask: 3 }))).toBeNull();
  });

  it('tells a forward for a future; beside an option its underlying price does', () => {
    expect(forwardOf(quote(terms, { mark: 5, underlyingPrice: 4 }))).toBe(5);
    expect(forwardOf(quote(terms, { underlyingPrice: 4 }))).toBe(4);
    expect(forwardOf(BTC_OPTION)).toBe(61_000);
    expect(forwardOf(option('BTC', 30, 60_000, 'C', { mark: 0.1 }))).toBeNull();
  });
});
