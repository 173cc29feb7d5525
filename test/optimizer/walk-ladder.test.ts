import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkLadder } from '../../src/optimizer/walk-ladder.js';
import { aLevel } from './hedge-cases.js';

const offer = (price: number, quantity: number) => ({ level: aLevel({ price, size: quantity }), quantity });
const OFFERS = [offer(10, 4), offer(11, 6), offer(13, 2)];
const filled = (quantity: number, taken = 0) =>
  walkLadder(OFFERS, quantity, taken).fills.map((fill) => [fill.level.price, fill.quantity]);

describe('walkLadder', () => {
  it('takes the best price first', () => {
    expect(filled(3)).toEqual([[10, 3]]);
    expect(filled(5)).toEqual([
      [10, 4],
      [11, 1],
    ]);
    expect(filled(12)).toEqual([
      [10, 4],
      [11, 6],
      [13, 2],
    ]);
  });

  it('knows the price of the next contract', () => {
    const next = (quantity: number, taken = 0) => walkLadder(OFFERS, quantity, taken).next?.price;
    expect([next(3), next(4), next(9), next(10), next(12), next(20)]).toEqual([10, 11, 11, 13, undefined, undefined]);
    expect(next(2, 8)).toBe(13);
  });

  it('begins behind what is gone', () => {
    expect(filled(3, 2)).toEqual([
      [10, 2],
      [11, 1],
    ]);
    expect(filled(3, 4)).toEqual([[11, 3]]);
    expect(filled(3, 50)).toEqual([]);
  });

  it('says how much nobody offers', () => {
    expect(walkLadder(OFFERS, 12).missing).toBe(0);
    expect(walkLadder(OFFERS, 15).missing).toBe(3);
    expect(walkLadder(OFFERS, 3, 12).missing).toBe(3);
    expect(walkLadder([], 1)).toEqual({ fills: [], missing: 1, next: null });
  });

  it('keeps decimals decimal', () => {
    const offers = [offer(1, 31.7), offer(2, 39.6)];
    expect(walkLadder(offers, 71.3).fills.map(({ quantity }) => quantity)).toEqual([31.7, 39.6]);
    expect(walkLadder(offers, 34.8).fills.map(({ quantity }) => quantity)).toEqual([31.7, 3.1]);
    expect(walkLadder(offers, 0.1, 31.6)).toMatchObject({ missing: 0, next: { price: 2 } });
  });

  it('is the same in one go and in two', () => {
    const size = fc.integer({ min: 1, max: 300 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), size, size, (sizes, first, second) => {
        const offers = sizes.map((quantity, k) => offer(k + 1, quantity));
        const paid = (quantity: number, taken: number) =>
          walkLadder(offers, quantity, taken).fills.reduce((sum, fill) => sum + fill.level.price * fill.quantity, 0);
        expect(paid(first, 0) + paid(second, first)).toBeCloseTo(paid(first + second, 0), 8);
        const { fills, missing } = walkLadder(offers, first);
        expect(fills.reduce((sum, fill) => sum + fill.quantity, missing)).toBeCloseTo(first, 9);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
