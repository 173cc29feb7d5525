import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSidedWorth } from '../../../src/optimizer/explain/index.js';

interface Piece {
  /** Room over which the piece runs. */
  readonly length: number;
  readonly slope: number;
}

/** A convex falling function that starts at `start` and is flat after its pieces; counts how often it is asked. */
function piecewise(start: number, pieces: readonly Piece[]) {
  let asked = 0;
  const at = async (room: number) => {
    asked += 1;
    let value = start;
    let left = room;
    for (const { length, slope } of pieces) {
      const run = Math.min(length, left);
      value -= slope * run;
      left -= run;
      // At a kink the multiplier of either side is as good.
      if (left <= 0) return { value, price: slope };
    }
    return { value, price: 0 };
  };
  return { at, asked: () => asked };
}

describe('oneSidedWorth', () => {
  it('is the first slope and where it ends', async () => {
    const { at } = piecewise(100, [
      { length: 4, slope: 5 },
      { length: 10, slope: 2 },
    ]);
    const worth = await oneSidedWorth({ value: 100, price: 5 }, at);
    expect(worth!.perUnit).toBeCloseTo(5, 9);
    expect(worth!.upTo).toBeCloseTo(4, 9);
  });

  it('is nothing, however much is given, without a multiplier or without any gain', async () => {
    const flat = piecewise(100, []);
    expect(await oneSidedWorth({ value: 100, price: 0 }, flat.at)).toEqual({ perUnit: 0, upTo: null });
    expect(flat.asked()).toBe(0);
    expect(await oneSidedWorth({ value: 100, price: 7 }, flat.at)).toEqual({ perUnit: 0, upTo: null });
  });

  it('is not known where nothing was found out in time', async () => {
    expect(await oneSidedWorth({ value: 100, price: 7 }, async () => null)).toBeNull();
  });

  it('is the slope outwards where the multiplier at hand is steeper, in few solves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ length: fc.integer({ min: 1, max: 20 }), slope: fc.integer({ min: 1, max: 50 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 0, max: 40 }),
        async (drawn, excess) => {
          const slopes = [...new Set(drawn.map(({ slope }) => slope))].sort((a, b) => b - a);
          const pieces = slopes.map((slope, i) => ({ slope, length: drawn[i]!.length }));
          const { at, asked } = piecewise(1000, pieces);
          const worth = await oneSidedWorth({ value: 1000, price: pieces[0]!.slope + excess }, at);
          expect(worth!.perUnit).toBeCloseTo(pieces[0]!.slope, 6);
          expect(worth!.upTo).toBeCloseTo(pieces[0]!.length, 4);
          expect(asked()).toBeLessThanOrEqual(12);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it('never says more than is true of a curve, which has no straight piece', async () => {
    const curve = async (room: number) =>
      room === Infinity ? { value: 0, price: 0 } : { value: 100 / (1 + room), price: 100 / (1 + room) ** 2 };
    const worth = await oneSidedWorth({ value: 100, price: 100 }, curve);
    if (worth !== null) expect(worth.perUnit).toBeLessThanOrEqual(100);
  });
});
