import { describe, expect, it } from 'vitest';
import { kMeans } from '../../src/math/k-means.js';
import { seededRandom } from '../../src/math/seeded-random.js';

/** The least cost of parting points on a line in two, over all cuts: the clusters of a line are intervals. */
function bestCut(points: readonly number[]): number {
  const sorted = [...points].sort((a, b) => a - b);
  const cost = (part: readonly number[]): number => {
    const middle = part.reduce((sum, x) => sum + x, 0) / part.length;
    return part.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  };
  return Math.min(...sorted.slice(1).map((_, k) => cost(sorted.slice(0, k + 1)) + cost(sorted.slice(k + 1))));
}

describe('clusters', () => {
  it('of two clouds are the clouds', () => {
    const points = Float64Array.from([0, 0, 0.1, 0, 0, 0.1, 9, 9, 9.1, 9, 9, 9.1]);
    const { labels, centres } = kMeans(points, 2, 2, seededRandom(1));
    expect(new Set(labels.slice(0, 3)).size).toBe(1);
    expect(new Set(labels.slice(3)).size).toBe(1);
    expect(labels[0]).not.toBe(labels[3]);
    expect([...centres].sort((a, b) => a - b)[3]).toBeCloseTo(9 + 0.1 / 3, 12);
  });

  it('of two heaps on a line cost what the best of all cuts does', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const points = Array.from({ length: 30 }, () => random.normal() + (random.uniform() < 0.4 ? 6 : 0));
      const { cost } = kMeans(Float64Array.from(points), 1, 2, seededRandom(seed), 20);
      expect(cost).toBeCloseTo(bestCut(points), 9);
    }
  });

  it('are as many points as clusters at no cost, and one is everything', () => {
    const points = Float64Array.from([1, 5, 9]);
    expect(kMeans(points, 1, 3, seededRandom(0)).cost).toBe(0);
    expect(kMeans(points, 1, 1, seededRandom(0))).toMatchObject({ cost: 32 });
    expect(() => kMeans(points, 1, 4, seededRandom(0))).toThrow(RangeError);
  });

  it('do not need the points to differ', () => {
    const { cost, labels } = kMeans(new Float64Array(8).fill(2), 2, 2, seededRandom(0));
    expect([cost, labels.length]).toEqual([0, 4]);
  });
});
