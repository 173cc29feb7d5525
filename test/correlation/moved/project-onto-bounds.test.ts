import { describe, expect, it } from 'vitest';
import { frobeniusDistance } from '../../../src/correlation/frobenius-distance.js';
import { correlationBounds } from '../../../src/correlation/moved/correlation-bounds.js';
import { freePairs } from '../../../src/correlation/moved/free-pairs.js';
import { projectOntoBounds } from '../../../src/correlation/moved/project-onto-bounds.js';
import { seededRandom } from '../../../src/math/seeded-random.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import { largestDifference, symmetricFrom } from '../dykstra.js';
import { aCorrelation } from './a-correlation.js';

/** The nearest of all matrices of a fine grid of three pairs inside the bounds. */
function nearestOfGrid(target: Float64Array, bounds: ReturnType<typeof correlationBounds>, steps: number): number {
  const { low, high, centre, distance } = bounds;
  const along = (at: number, k: number): number => low[at]! + ((high[at]! - low[at]!) * k) / steps;
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a <= steps; a++) {
    for (let b = 0; b <= steps; b++) {
      for (let c = 0; c <= steps; c++) {
        const [x, y, z] = [along(1, a), along(2, b), along(5, c)];
        // Positive semidefinite of order three, unit diagonal: the determinant.
        if (1 + 2 * x * y * z - x * x - y * y - z * z < 0) continue;
        const values = symmetricFrom([x, y, z], 3);
        if (frobeniusDistance(values, centre) <= distance) least = Math.min(least, frobeniusDistance(values, target));
      }
    }
  }
  return least;
}

describe('the nearest correlation matrix within bounds', () => {
  it('keeps pairs that may not move, and moves the others, however rough the rounds', () => {
    const n = 5;
    for (let seed = 0; seed < 5; seed++) {
      const centre = aCorrelation(n, seed);
      const isFree = (i: number, j: number): boolean => i === 0 && j <= 2;
      const bounds = correlationBounds(centre, n, (i, j) => {
        const [now, free] = [centre[i * n + j]!, isFree(i, j) ? 0.3 : 0];
        return { low: now - free, high: now + free };
      });
      const target = bounds.high.map((high, at) => 2 * high - centre[at]!);
      const found = projectOntoBounds(target, n, bounds, 1e-3);
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++) {
          if (isFree(i, j)) continue;
          expect(Math.abs(found[i * n + j]! - centre[i * n + j]!)).toBeLessThan(1e-6);
        }
      }
      expect(symmetricEigen(found, n).values[0]).toBeGreaterThan(-1e-9);
      expect(frobeniusDistance(found, target)).toBeLessThan(0.95 * frobeniusDistance(centre, target));
    }
  });

  const centre = symmetricFrom([0.8, 0.6, 0.7], 3);
  const target = symmetricFrom([1.4, -0.2, 0.9], 3);

  it.each([
    ['a box', correlationBounds(centre, 3, 0.25)],
    ['a ball', correlationBounds(centre, 3, 2, 0.4)],
    ['both', correlationBounds(centre, 3, 0.25, 0.3)],
    ['nothing but the matrices themselves', correlationBounds(centre, 3, 2)],
  ])('is as near as the nearest of a fine grid: %s', (_, bounds) => {
    const found = projectOntoBounds(target, 3, bounds);
    const least = nearestOfGrid(target, bounds, 60);
    const reached = frobeniusDistance(found, target);
    expect(reached).toBeLessThanOrEqual(least + 1e-6);
    // And no nearer than the grid's steps leave open.
    expect(reached).toBeGreaterThan(least - 0.06);
  });

  it('is a correlation matrix inside the bounds, whatever is asked', () => {
    const random = seededRandom(7);
    for (let k = 0; k < 25; k++) {
      const n = 2 + random.integer(5);
      const bounds = correlationBounds(aCorrelation(n, k), n, 0.3, 0.5);
      const asked = aCorrelation(n, 100 + k).map((value) => 2 * value);
      const found = projectOntoBounds(asked, n, bounds);
      expect(symmetricEigen(found, n).values[0]).toBeGreaterThan(-1e-9);
      expect(frobeniusDistance(found, bounds.centre)).toBeLessThan(0.5 + 1e-6);
      found.forEach((value, at) => {
        expect(value).toBeGreaterThan(bounds.low[at]! - 1e-6);
        expect(value).toBeLessThan(bounds.high[at]! + 1e-6);
      });
    }
  });

  it('leaves what is inside where it is', () => {
    const bounds = correlationBounds(centre, 3, 0.3);
    const inside = symmetricFrom([0.7, 0.6, 0.8], 3);
    expect(largestDifference(projectOntoBounds(inside, 3, bounds), inside)).toBeLessThan(1e-9);
  });
});

describe('bounds', () => {
  it('stay within -1 and 1, and around the present value', () => {
    const { low, high } = correlationBounds(symmetricFrom([0.9], 2), 2, 0.2);
    expect([low[1], high[1]]).toEqual([0.7, 1]);
    const own = correlationBounds(symmetricFrom([0.9], 2), 2, () => ({ low: 0.95, high: 0.99 }));
    expect([own.low[1], own.high[1]]).toEqual([0.9, 0.99]);
    expect([low[0], high[0]]).toEqual([1, 1]);
  });

  it('tell which pairs may move', () => {
    const centre = symmetricFrom([0.5, 0.4, 0.3], 3);
    const bounds = correlationBounds(centre, 3, (i, j) =>
      i + j === 2 ? { low: 0.2, high: 0.6 } : { low: 0.5, high: 0.5 },
    );
    // The pair 1, 2 is at 0.3 now, which is inside whatever is asked.
    expect(freePairs(bounds, 3)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});
