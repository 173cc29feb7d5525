import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseFutureProfit } from '../../src/pricing/inverse-future.js';

describe('inverseFutureProfit', () => {
  it('is contracts x (1/entry - 1/exit): 100,000 dollars long from 10,000 to 12,500 earn 2 coins', () => {
    // 100000 x (1/10000 - 1/12500) = 10 - 8
    expect(inverseFutureProfit(10, 0.25)).toBe(2);
    expect(inverseFutureProfit(-10, 0.25)).toBe(-2);
  });

  it('loses faster than it wins: half the price costs the whole quantity', () => {
    expect(inverseFutureProfit(10, -0.5)).toBe(-10);
    expect(inverseFutureProfit(10, 1)).toBe(5);
  });

  it('is 1 - 1/(1+m) per coin, and worth quantity x move in money at the new price', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 5, noNaN: true }), (move) => {
        expect(inverseFutureProfit(1, move)).toBeCloseTo(1 - 1 / (1 + move), 12);
        expect(inverseFutureProfit(3, move) * 200 * (1 + move)).toBeCloseTo(3 * 200 * move, 9);
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  it('keeps the digits of a small move', () => {
    expect(inverseFutureProfit(1, 1e-12) / 1e-12).toBeCloseTo(1, 11);
  });

  it.each([-1, -2, Number.NaN])('refuses a move of %d', (move) => {
    expect(() => inverseFutureProfit(1, move)).toThrow(RangeError);
  });
});
