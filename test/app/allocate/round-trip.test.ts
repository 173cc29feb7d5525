import { describe, expect, it } from 'vitest';
import { roundTrip } from '../../../src/app/allocate/round-trip.js';

const level = (size: number, unitSpread: number, unitFee = 1) => ({
  price: 9,
  size,
  unitSpread,
  unitDepth: 0,
  unitFee,
});
const brief = (levels: ReturnType<typeof roundTrip>) => levels.map((one) => [one.size, one.unitSpread, one.unitFee]);

describe('roundTrip', () => {
  it('walks both ladders together, cheapest first', () => {
    const trips = roundTrip([level(2, 1), level(5, 3)], [level(4, 10), level(9, 20)], 1, 100);
    // 2 at 1 + 10, 2 more at 3 + 10, then 3 at 3 + 20: the first ladder is gone.
    expect(brief(trips)).toEqual([
      [2, 11, 2],
      [2, 13, 2],
      [3, 23, 2],
    ]);
  });

  it('counts the contracts that are closed, where one is worth several', () => {
    expect(brief(roundTrip([level(10, 1)], [level(8, 2)], 4, 100))).toEqual([[2, 9, 5]]);
  });

  it('ends with what may move, and has nothing where a side has no offers', () => {
    expect(brief(roundTrip([level(10, 1)], [level(8, 2)], 1, 3))).toEqual([[3, 3, 2]]);
    expect(roundTrip([], [level(8, 2)], 1, 3)).toEqual([]);
  });
});
