import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kneeOf } from '../../../src/optimizer/frontier/knee.js';

const at = (...values: readonly number[]) => values.map((value, i) => ({ at: i, value }));

describe('kneeOf', () => {
  it('is the point farthest below the chord', () => {
    // The chord from 10 to 0 is at 7.5, 5 and 2.5 in between: 3.5, 3 and 1.5 above the points.
    expect(kneeOf(at(10, 4, 2, 1, 0))).toBe(1);
  });

  it('is nowhere on a straight line, above the chord, or with fewer than two places', () => {
    expect([kneeOf(at(9, 6, 3, 0)), kneeOf(at(9, 9, 9, 0)), kneeOf(at(5, 5)), kneeOf(at(5)), kneeOf([])]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is the same at every scale of the axes', () => {
    const steps = fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 3, maxLength: 9 });
    const scale = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(steps, scale, scale, (falls, wide, high) => {
        const sorted = [...falls].sort((a, b) => b - a);
        const values = [100];
        for (const fall of sorted) values.push(values.at(-1)! - fall);
        const stretched = values.map((value, i) => ({ at: i * wide, value: value * high }));
        const perpendicular = (points: readonly { at: number; value: number }[]): number => {
          const [a, b] = [points[0]!, points.at(-1)!];
          const length = Math.hypot(b.at - a.at, b.value - a.value);
          const distances = points.map(
            (p) => ((b.at - a.at) * (a.value - p.value) - (a.at - p.at) * (b.value - a.value)) / length,
          );
          return Math.max(...distances);
        };
        const knee = kneeOf(stretched);
        const plain = kneeOf(at(...values));
        expect(knee === null).toBe(plain === null);
        if (knee === null || plain === null) return;
        // Two points may be equally far but for rounding.
        const own = at(...values);
        expect(perpendicular([own[0]!, own[knee]!, own.at(-1)!])).toBeCloseTo(perpendicular(own), 6);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
