import { describe, expect, it } from 'vitest';
import { ewmaVolatility } from '../../src/correlation/ewma-volatility.js';
import type { PriceHistory } from '../../src/domain/index.js';

function history(prices: readonly number[]): PriceHistory {
  const dates = prices.map((_, t) => new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10));
  return { dates, series: new Map([['BTC', Float64Array.from(prices)]]) };
}

/** Prices that alternate up and down by the same log return. */
const zigzag = (days: number, size: number) => Array.from({ length: days }, (_, t) => 100 * Math.exp(t % 2 ? size : 0));

describe('ewmaVolatility', () => {
  it('of returns of one size is that size, whatever lambda', () => {
    for (const lambda of [0.5, 0.94, 1]) {
      const outcome = ewmaVolatility(history(zigzag(40, 0.03)), 'BTC', { lambda });
      expect(outcome).toEqual({
        kind: 'estimated',
        dailyVolatility: expect.closeTo(0.03, 12),
        lastDate: '2024-02-09',
        returns: 39,
      });
    }
  });

  it('weighs three returns 1, 0.94 and 0.94 squared, the last one most (worked by hand)', () => {
    const prices = [100, 100 * Math.exp(0.01), 100 * Math.exp(0.03), 100];
    const outcome = ewmaVolatility(history(prices), 'BTC', { minimumReturns: 3 });
    const variance = (0.03 ** 2 + 0.94 * 0.02 ** 2 + 0.8836 * 0.01 ** 2) / (1 + 0.94 + 0.8836);
    expect(outcome).toMatchObject({ dailyVolatility: expect.closeTo(Math.sqrt(variance), 12) });
  });

  it('looks at nothing after asOf and uses the last price on or before it', () => {
    const calm = zigzag(30, 0.01);
    const wild = [...calm, ...zigzag(30, 0.2)];
    const outcome = ewmaVolatility(history(wild), 'BTC', { asOf: '2024-01-30' });
    expect(outcome).toMatchObject({ dailyVolatility: expect.closeTo(0.01, 12), lastDate: '2024-01-30', returns: 29 });
    const gap = wild.map((price, t) => (t === 29 ? Number.NaN : price));
    expect(ewmaVolatility(history(gap), 'BTC', { asOf: '2024-01-30' })).toMatchObject({ lastDate: '2024-01-29' });
  });

  it('skips blanks and prices without a logarithm', () => {
    const prices = [100, Number.NaN, 101, 0, -5, 102.01];
    const outcome = ewmaVolatility(history(prices), 'BTC', { minimumReturns: 2 });
    expect(outcome).toMatchObject({ returns: 2, dailyVolatility: expect.closeTo(Math.log(1.01), 10) });
  });

  it('says when there are too few returns', () => {
    const few = history(zigzag(20, 0.01));
    expect(ewmaVolatility(few, 'BTC')).toEqual({ kind: 'tooFewReturns', returns: 19, required: 20 });
    const none = ewmaVolatility(few, 'BTC', { asOf: '2023-01-01', minimumReturns: 0 });
    expect(none).toEqual({ kind: 'tooFewReturns', returns: 0, required: 1 });
  });

  it('throws for a lambda out of range and a name without a series', () => {
    expect(() => ewmaVolatility(history([1]), 'BTC', { lambda: 0 })).toThrow('lambda 0 is not in (0, 1]');
    expect(() => ewmaVolatility(history([1]), 'ETH')).toThrow('no series ETH');
  });
});
