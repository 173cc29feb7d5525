import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCorrelation } from '../../../src/correlation/check-correlation.js';
import { alignedCorrelation } from '../../../src/correlation/moved/aligned-correlation.js';
import { brokenBlocks } from '../../../src/correlation/moved/broken-blocks.js';
import { correlationGroups } from '../../../src/correlation/moved/correlation-groups.js';
import { movedPair } from '../../../src/correlation/moved/moved-pair.js';
import { largestDifference, nearestByDykstra, symmetricFrom } from '../dykstra.js';
import { aCorrelation } from './a-correlation.js';

const isValid = (values: Float64Array, n: number): boolean =>
  checkCorrelation({ names: Array.from({ length: n }, (_, i) => `${i}`), values }, 1e-8).valid;
const seeds = fc.integer({ min: 0, max: 1e6 });
const sizes = fc.integer({ min: 2, max: 8 });

describe('every correlation at one', () => {
  it('keeps the side of the market on which each underlying is', () => {
    // The third moves against the two others.
    const aligned = alignedCorrelation(symmetricFrom([0.5, -0.4, -0.6], 3), 3);
    expect([...aligned]).toEqual([1, 1, -1, 1, 1, -1, -1, -1, 1]);
  });

  it('is a correlation matrix of ones', () => {
    fc.assert(
      fc.property(sizes, seeds, (n, seed) => {
        const aligned = alignedCorrelation(aCorrelation(n, seed), n);
        expect(aligned.every((rho) => Math.abs(rho) === 1)).toBe(true);
        expect(isValid(aligned, n)).toBe(true);
      }),
      { seed: 2, numRuns: 40 },
    );
  });
});

describe('a block that breaks', () => {
  it('parts from all others and keeps what is inside', () => {
    const values = symmetricFrom([0.9, 0.4, 0.3, 0.5, 0.2, 0.8], 4);
    expect([...brokenBlocks(values, 4, new Set([0, 1]))]).toEqual([...symmetricFrom([0.9, 0, 0, 0, 0, 0.8], 4)]);
  });

  it('leaves a correlation matrix', () => {
    fc.assert(
      fc.property(sizes, seeds, fc.integer({ min: 0, max: 255 }), (n, seed, mask) => {
        const block = new Set(Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1));
        expect(isValid(brokenBlocks(aCorrelation(n, seed), n, block), n)).toBe(true);
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});

describe('groups', () => {
  it('are of underlyings that move together', () => {
    // 0 and 2, and 1 and 3, are close; the rest is far.
    const values = symmetricFrom([0.1, 0.9, 0.1, 0.1, 0.8, 0.1], 4);
    expect(correlationGroups(values, 4)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('are never one alone, and one each where nothing moves together', () => {
    expect(correlationGroups(symmetricFrom([0.9, 0.95, 0.9], 3), 3)).toEqual([[0, 2], [1]]);
    expect(correlationGroups(symmetricFrom([0.1, 0.2, 0.1], 3), 3)).toEqual([[0], [1], [2]]);
    expect(correlationGroups(symmetricFrom([0.9], 2), 2)).toEqual([[0], [1]]);
  });
});

describe('a pair that moves', () => {
  it('moves alone where the others allow it', () => {
    const { values, correlation, repaired } = movedPair(symmetricFrom([0.5, 0.4, 0.3], 3), 3, [0, 2], 0.6);
    expect([...values]).toEqual([...symmetricFrom([0.5, 0.6, 0.3], 3)]);
    expect([correlation, repaired]).toEqual([0.6, false]);
  });

  it('else takes the others along, to the nearest matrix by alternating projections', () => {
    const asked = symmetricFrom([0.9, -0.5, 0.9], 3);
    const { values, correlation, repaired } = movedPair(symmetricFrom([0.9, 0.7, 0.9], 3), 3, [0, 2], -0.5);
    expect(repaired).toBe(true);
    expect(largestDifference(values, nearestByDykstra(asked, 3, 4000))).toBeLessThan(1e-6);
    expect(correlation).toBe(values[2]);
    expect(correlation).toBeGreaterThan(-0.5);
    expect(isValid(values, 3)).toBe(true);
  });

  it('stops at one', () => {
    expect(movedPair(symmetricFrom([0.9], 2), 2, [0, 1], 1.4).correlation).toBe(1);
  });
});
