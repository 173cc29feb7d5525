import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impossibleTriples } from '../../src/correlation/impossible-triples.js';
import { pairChanges } from '../../src/correlation/pair-changes.js';
import { symmetricEigen } from '../../src/math/symmetric-eigen.js';
import { symmetricFrom } from './dykstra.js';

const matrix = (upper: readonly number[], names: readonly string[]) => ({
  names,
  values: symmetricFrom(upper, names.length),
});

describe('impossibleTriples', () => {
  it('names the three and where each pair would have to lie: cos(a +- b) of the angles of the two others', () => {
    const [triple, ...others] = impossibleTriples(matrix([0.832005, 0.95, 0.3], ['BTC', 'ETH', 'BNB']));
    expect(others).toEqual([]);
    expect([triple?.a, triple?.b, triple?.c]).toEqual(['BTC', 'ETH', 'BNB']);
    expect(triple?.determinant).toBeCloseTo(1 + 2 * 0.832005 * 0.95 * 0.3 - 0.832005 ** 2 - 0.95 ** 2 - 0.09, 14);
    const last = triple?.pairs[2];
    const [one, two] = [Math.acos(0.832005), Math.acos(0.95)];
    expect([last?.a, last?.b, last?.correlation]).toEqual(['ETH', 'BNB', 0.3]);
    expect(last?.from).toBeCloseTo(Math.cos(one + two), 12);
    expect(last?.to).toBeCloseTo(Math.cos(one - two), 12);
  });

  it('finds exactly the triples whose 3 x 3 matrix has a negative eigenvalue, and the interval is sharp', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), (upper) => {
        const triples = impossibleTriples(matrix(upper, ['a', 'b', 'c']));
        const least = symmetricEigen(symmetricFrom(upper, 3), 3).values[0]!;
        fc.pre(Math.abs(least) > 1e-6);
        expect(triples.length).toBe(least < 0 ? 1 : 0);
        for (const { a, b, from, to } of triples[0]?.pairs ?? []) {
          const at = a === 'a' ? (b === 'b' ? 0 : 1) : 2;
          for (const [end, sign] of [
            [from, 1],
            [to, -1],
          ] as const) {
            const inside = upper.map((value, k) => (k === at ? end + sign * 1e-9 * (to - from) : value));
            expect(symmetricEigen(symmetricFrom(inside, 3), 3).values[0]).toBeGreaterThan(-1e-7);
          }
        }
      }),
      { seed: 51, numRuns: 150 },
    );
  });

  it('puts the worst first, and leaves out what is not known or above 1', () => {
    const four = matrix([0.9, -0.9, 0.9, 0.9, 0.2, 0.9], ['a', 'b', 'c', 'd']);
    const triples = impossibleTriples(four);
    expect(triples.length).toBeGreaterThan(1);
    expect(triples.map(({ determinant }) => determinant)).toEqual(
      triples.map(({ determinant }) => determinant).sort((x, y) => x - y),
    );
    const unknown = impossibleTriples(four, (at) => at !== 1);
    expect(unknown.every(({ a, b }) => !(a === 'a' && b === 'b'))).toBe(true);
    expect(impossibleTriples(matrix([1.2, 0.1, 0.1], ['a', 'b', 'c']))).toEqual([]);
  });
});

describe('pairChanges', () => {
  it('tells old, new and change, the farthest first, and nothing of pairs that stay', () => {
    const before = matrix([0.1, 0.2, 0.3], ['a', 'b', 'c']);
    const moved = pairChanges(before, symmetricFrom([0.15, 0.2, -0.3], 3));
    expect(moved.map(({ a, b }) => `${a}/${b}`)).toEqual(['b/c', 'a/b']);
    expect(moved[0]).toMatchObject({ before: 0.3, after: -0.3, change: -0.6 });
  });
});
