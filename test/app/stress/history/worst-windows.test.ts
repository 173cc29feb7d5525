import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryWindow } from '../../../../src/app/stress/history/history-windows.js';
import { worstWindows } from '../../../../src/app/stress/history/worst-windows.js';

const windowsOf = (count: number, days: number): HistoryWindow[] =>
  Array.from({ length: count }, (_, start) => ({
    start,
    end: start + days,
    from: `day ${start}`,
    to: `day ${start + days}`,
    moves: new Map(),
    missing: [],
  }));

const startsOf = (windows: readonly HistoryWindow[]): number[] => windows.map(({ start }) => start);

/** Takes the worst of what is left, again and again. */
function oneByOne(profits: readonly number[], days: number, count: number, episodes: boolean): number[] {
  const left = new Set(profits.keys());
  const taken: number[] = [];
  while (taken.length < count && left.size > 0) {
    const worst = [...left].reduce((low, k) => (profits[k]! < profits[low]! ? k : low));
    taken.push(worst);
    for (const k of left) if (k === worst || (episodes && Math.abs(k - worst) < days)) left.delete(k);
  }
  return taken;
}

describe('worstWindows', () => {
  it('begins with the largest loss; of equal ones with the earlier', () => {
    const chosen = worstWindows(windowsOf(5, 1), Float64Array.of(3, -7, 0, -7, -9), 3, false);
    expect(startsOf(chosen)).toEqual([4, 1, 3]);
  });

  it('leaves out what shares a day with a worse one, though not what only touches it', () => {
    const windows = windowsOf(7, 2);
    expect(startsOf(worstWindows(windows, Float64Array.of(-1, -2, -3, -4, -5, -6, -7), 9, true))).toEqual([6, 4, 2, 0]);
    expect(startsOf(worstWindows(windows, Float64Array.of(0, 0, 0, -9, 0, 0, 0), 9, true))).toEqual([3, 0, 5]);
  });

  it('is what looking at every window finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (profits, days, count, episodes) => {
          const windows = windowsOf(profits.length, days);
          const expected = oneByOne(profits, days, count, episodes);
          expect(startsOf(worstWindows(windows, Float64Array.from(profits), count, episodes))).toEqual(expected);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });
});
