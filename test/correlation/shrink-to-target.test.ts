import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalCorrelation } from '../../src/correlation/equal-correlation.js';
import { shrinkToTarget } from '../../src/correlation/shrink-to-target.js';
import { symmetricEigen } from '../../src/math/symmetric-eigen.js';
import { symmetricFrom } from './dykstra.js';

const identity = (n: number): Float64Array => symmetricFrom([], n);

function shrunk(values: Float64Array, target: Float64Array, n: number) {
  const answer = shrinkToTarget(values, target, n);
  if (answer.status !== 'found') throw new Error(answer.status);
  return answer;
}

describe('shrinkToTarget', () => {
  it('towards the identity goes -l / (1 - l) of the way, l the smallest eigenvalue', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (upper) => {
          const values = symmetricFrom(upper, 4);
          const least = symmetricEigen(values, 4).values[0]!;
          const { alpha } = shrunk(values, identity(4), 4);
          expect(alpha).toBeCloseTo(least < 0 ? -least / (1 - least) : 0, 10);
        },
      ),
      { seed: 41, numRuns: 60 },
    );
  });

  it('by hand: 1.5 between two is 1 after a third of the way', () => {
    const { alpha, values } = shrunk(symmetricFrom([1.5], 2), identity(2), 2);
    expect(alpha).toBeCloseTo(1 / 3, 12);
    expect(values[1]).toBeCloseTo(1, 12);
  });

  it('keeps what matrix and target have in common, to the last digit (the fixed block of the paper)', () => {
    const values = symmetricFrom([0.832005, 0.95, 0.3], 3);
    const target = symmetricFrom([0.832005, 0, 0], 3);
    const answer = shrunk(values, target, 3);
    expect(answer.values[1]).toBe(0.832005);
    expect(answer.values[2]! / answer.values[5]!).toBeCloseTo(0.95 / 0.3, 10);
    // (1 - alpha)^2 x (b' C^-1 b) = 1, with C the block and b = (0.95, 0.3): the Schur complement is then zero.
    const form = (0.95 ** 2 + 0.3 ** 2 - 2 * 0.832005 * 0.95 * 0.3) / (1 - 0.832005 ** 2);
    expect(answer.alpha).toBeCloseTo(1 - 1 / Math.sqrt(form), 10);
  });

  it('leaves a correlation matrix alone, and refuses a target that is none', () => {
    const fine = symmetricFrom([0.5, 0.2, 0.1], 3);
    expect(shrunk(fine, identity(3), 3)).toEqual({ status: 'found', alpha: 0, values: fine });
    const broken = symmetricFrom([0.9, -0.9, 0.9], 3);
    expect(shrinkToTarget(fine, broken, 3)).toMatchObject({ status: 'targetRefused' });
    expect(() => shrinkToTarget(fine, identity(2), 3)).toThrow(/4 for 9/);
  });

  it('reaches a singular target when nothing short of it will do', () => {
    const ones = symmetricFrom([1, 1, 1], 3);
    const { alpha } = shrunk(symmetricFrom([1.2, 1.2, 1.2], 3), ones, 3);
    expect(alpha).toBeCloseTo(1, 9);
  });
});

describe('equalCorrelation', () => {
  it('has the mean of the pairs everywhere', () => {
    expect([...equalCorrelation(symmetricFrom([0.3, 0.6, 0.9], 3), 3)]).toEqual(
      [1, 0.6, 0.6, 0.6, 1, 0.6, 0.6, 0.6, 1].map((value) => expect.closeTo(value, 12)),
    );
  });

  it('is held to what a correlation matrix can have: -1/2 among three, 1 at most', () => {
    expect(equalCorrelation(symmetricFrom([-0.9, -0.9, -0.9], 3), 3)[1]).toBe(-0.5);
    expect(equalCorrelation(symmetricFrom([4, 4, 4], 3), 3)[1]).toBe(1);
    expect([...equalCorrelation(Float64Array.of(1), 1)]).toEqual([1]);
  });
});
