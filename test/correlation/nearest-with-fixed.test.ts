import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictionOf } from '../../src/correlation/contradiction-of.js';
import type { EntryPair } from '../../src/correlation/entry-pair.js';
import { frobeniusDistance } from '../../src/correlation/frobenius-distance.js';
import { nearestCorrelation } from '../../src/correlation/nearest-correlation.js';
import { nearestWithFixed } from '../../src/correlation/nearest-with-fixed.js';
import { positivePart } from '../../src/correlation/positive-part.js';
import { symmetricEigen } from '../../src/math/symmetric-eigen.js';
import { largestDifference, nearestByDykstra, symmetricFrom } from './dykstra.js';

function found(values: Float64Array, n: number, fixed: readonly EntryPair[], weights?: readonly number[]) {
  const answer = nearestWithFixed(values, n, fixed, weights);
  if (answer.status !== 'found') throw new Error(`${answer.status}`);
  return answer;
}

/** Alternating projections with Dykstra's correction, written for the test: nothing in common with Newton's method. */
function fixedByDykstra(given: Float64Array, n: number, fixed: readonly EntryPair[], rounds: number): Float64Array {
  let current = given.slice();
  let correction = new Float64Array(n * n);
  for (let round = 0; round < rounds; round++) {
    const shifted = current.map((value, k) => value - correction[k]!);
    const projected = positivePart(shifted, n).values;
    correction = projected.map((value, k) => value - shifted[k]!);
    current = projected.slice();
    for (let i = 0; i < n; i++) current[i * n + i] = 1;
    for (const { i, j } of fixed) current[i * n + j] = current[j * n + i] = given[i * n + j]!;
  }
  return current;
}

const HIGHAM = symmetricFrom([1, 0, 1], 3);

describe('by hand', () => {
  it('ac held at 0 leaves ab^2 + bc^2 <= 1, so 1 and 1 become 1/sqrt 2 each', () => {
    const { values, method } = found(HIGHAM, 3, [{ i: 0, j: 2 }]);
    expect(largestDifference(values, symmetricFrom([Math.SQRT1_2, 0, Math.SQRT1_2], 3))).toBeLessThan(1e-9);
    expect([values[2], method]).toEqual([0, 'newton']);
  });

  it('weighted, the nearest point of the circle is that of a fine walk along it', () => {
    const weights = [1, 2, 5];
    let best = { distance: Number.POSITIVE_INFINITY, x: 0, y: 0 };
    for (let step = 0; step <= 200_000; step++) {
      const angle = (step / 200_000) * (Math.PI / 2);
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      const distance = 1 * 2 * (x - 1) ** 2 + 2 * 5 * (y - 1) ** 2;
      if (distance < best.distance) best = { distance, x, y };
    }
    const { values } = found(HIGHAM, 3, [{ i: 2, j: 0 }], weights);
    expect(values[1]).toBeCloseTo(best.x, 4);
    expect(values[5]).toBeCloseTo(best.y, 4);
  });

  it('twins at 1 move as one: 0 and 1 with the third become 1/2 each', () => {
    const { values } = found(HIGHAM, 3, [{ i: 0, j: 1 }]);
    expect(largestDifference(values, symmetricFrom([1, 0.5, 0.5], 3))).toBeLessThan(1e-12);
  });

  it('twins at -1 are each other turned round, and the heavier counts for more: (3 x 0.2 - 1 x 0.6) / 4', () => {
    const given = symmetricFrom([-1, 0.2, 0.6], 3);
    const { values } = found(given, 3, [{ i: 0, j: 1 }], [3, 1, 1]);
    expect(values[2]).toBeCloseTo((3 * 0.2 - 0.6) / 4, 12);
    expect(values[5]).toBeCloseTo(-values[2]!, 14);
  });
});

describe('against alternating projections', () => {
  const cases = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 });
  const fixed = [
    { i: 0, j: 1 },
    { i: 2, j: 3 },
    { i: 1, j: 4 },
  ];

  it('agrees where the fixed pairs are a tree, which can always be completed', () => {
    fc.assert(
      fc.property(cases, (upper) => {
        const given = symmetricFrom(
          upper.map((value) => 0.95 * value),
          5,
        );
        const { values } = found(given, 5, fixed);
        expect(largestDifference(values, fixedByDykstra(given, 5, fixed, 1500))).toBeLessThan(1e-5);
      }),
      { seed: 31, numRuns: 12 },
    );
  });

  it('is a correlation matrix with the fixed entries to the last digit, and no nearer than without fixing', () => {
    fc.assert(
      fc.property(cases, (upper) => {
        const given = symmetricFrom(upper, 5);
        const { values } = found(given, 5, fixed);
        for (const { i, j } of fixed) expect(values[i * 5 + j]).toBe(given[i * 5 + j]);
        for (let i = 0; i < 5; i++) expect(values[i * 5 + i]).toBe(1);
        expect(symmetricEigen(values, 5).values[0]).toBeGreaterThan(-1e-10);
        const free = frobeniusDistance(given, nearestCorrelation(given, 5).values);
        expect(frobeniusDistance(given, values)).toBeGreaterThanOrEqual(free - 1e-9);
      }),
      { seed: 32, numRuns: 40 },
    );
  });

  it('without fixed pairs is the nearest correlation matrix', () => {
    const given = symmetricFrom([0.9, -0.9, 0.9, 0.3, 0.1, -0.7], 4);
    expect(largestDifference(found(given, 4, []).values, nearestByDykstra(given, 4, 3000))).toBeLessThan(1e-8);
  });
});

describe('fixed entries that no matrix has', () => {
  const all = [
    { i: 0, j: 1 },
    { i: 0, j: 2 },
    { i: 1, j: 2 },
  ];

  it('a triple of negative determinant', () => {
    expect(nearestWithFixed(symmetricFrom([0.832, 0.95, 0.3], 3), 3, all)).toEqual({
      status: 'infeasible',
      contradicting: all,
    });
  });

  it('a ring of four without a full triple: three steps of 0.9 and one of -0.9', () => {
    const ring = [
      { i: 0, j: 1 },
      { i: 1, j: 2 },
      { i: 2, j: 3 },
      { i: 0, j: 3 },
    ];
    const given = symmetricFrom([0.9, 0, -0.9, 0.9, 0, 0.9], 4);
    const answer = nearestWithFixed(given, 4, ring);
    expect(answer.status).toBe('infeasible');
    if (answer.status === 'infeasible') expect(answer.contradicting).toHaveLength(4);
  });

  it('a figure above 1, and twins that differ with a third', () => {
    const above = nearestWithFixed(symmetricFrom([1.2], 2), 2, [{ i: 0, j: 1 }]);
    expect(above).toEqual({ status: 'infeasible', contradicting: [{ i: 0, j: 1 }] });
    const differ = nearestWithFixed(symmetricFrom([1, 0.5, 0.4], 3), 3, all);
    expect(differ.status).toBe('infeasible');
    if (differ.status === 'infeasible') expect(differ.contradicting).toHaveLength(3);
    const against = nearestWithFixed(symmetricFrom([1, 1, -1], 3), 3, all);
    expect(against.status).toBe('infeasible');
  });

  it('a proof is looked for, not believed: a possible set has none in any direction', () => {
    const possible = symmetricFrom([0.5, 0.5, 0.5], 3);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (direction) => {
          expect(contradictionOf(possible, 3, all, Float64Array.from(direction))).toBeNull();
        },
      ),
      { seed: 33, numRuns: 100 },
    );
  });
});

describe('unusable input', () => {
  it('is a programmer’s error', () => {
    expect(() => nearestWithFixed(HIGHAM, 3, [{ i: 0, j: 0 }])).toThrow(/no pair of 3/);
    expect(() => nearestWithFixed(HIGHAM, 3, [{ i: 0, j: 3 }])).toThrow(/no pair of 3/);
    expect(() => nearestWithFixed(HIGHAM, 3, [], [1, -1, 1])).toThrow(/weight 1 is -1/);
  });
});
