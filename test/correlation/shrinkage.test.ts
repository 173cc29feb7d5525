import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  empiricalCovariance,
  ledoitWolf,
  oracleApproximatingShrinkage,
  shrinkCovariance,
} from '../../src/correlation/index.js';
import { SCIKIT_LEARN_SAMPLE as SAMPLE } from './scikit-learn-sample.js';

function expectClose(ours: Float64Array, theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  theirs.forEach((value, k) => {
    expect(Math.abs(ours[k]! - value)).toBeLessThan(1e-14);
  });
}

describe('against scikit-learn', () => {
  const { observations, count, width } = SAMPLE;

  it('empirical covariance', () => {
    expectClose(empiricalCovariance(observations, count, width), SAMPLE.empirical);
  });

  it('Ledoit-Wolf', () => {
    const { shrinkage, covariance } = ledoitWolf(observations, count, width);
    expect(shrinkage).toBeCloseTo(SAMPLE.ledoitWolf.shrinkage, 13);
    expectClose(covariance, SAMPLE.ledoitWolf.covariance);
  });

  it('OAS', () => {
    const { shrinkage, covariance } = oracleApproximatingShrinkage(observations, count, width);
    expect(shrinkage).toBeCloseTo(SAMPLE.oas.shrinkage, 13);
    expectClose(covariance, SAMPLE.oas.covariance);
  });

  it('its worked examples (test_shrunk_covariance_func, test_covariance)', () => {
    expect([...shrinkCovariance(Float64Array.of(1, 1, 1, 1), 2, 0.5)]).toEqual([1, 0.5, 0.5, 1]);
    expect([...empiricalCovariance(Float64Array.of(0, 1, 1, 0), 2, 2)]).toEqual([0.25, -0.25, -0.25, 0.25]);
  });
});

describe('shrinking', () => {
  const samples = fc
    .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 5 }))
    .chain(([count, width]) =>
      fc
        .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: count * width, maxLength: count * width })
        .map((values) => ({ count, width, observations: Float64Array.from(values) })),
    );

  it('has a weight in [0, 1], keeps the trace, and the symmetry', () => {
    fc.assert(
      fc.property(samples, ({ count, width, observations }) => {
        const empirical = empiricalCovariance(observations, count, width);
        const trace = (matrix: Float64Array) => matrix.reduce((sum, v, k) => sum + (k % (width + 1) === 0 ? v : 0), 0);
        for (const estimate of [ledoitWolf, oracleApproximatingShrinkage]) {
          const { shrinkage, covariance } = estimate(observations, count, width);
          expect(shrinkage).toBeGreaterThanOrEqual(0);
          expect(shrinkage).toBeLessThanOrEqual(1);
          expect(trace(covariance)).toBeCloseTo(trace(empirical), 12);
          for (let k = 0; k < width * width; k++) {
            expect(covariance[k]).toBe(covariance[(k % width) * width + Math.floor(k / width)]);
          }
        }
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  it('does not move with a constant added to the observations', () => {
    const shifted = SAMPLE.observations.map((value, k) => value + (k % 2 ? 3 : -7));
    const { shrinkage } = ledoitWolf(shifted, SAMPLE.count, SAMPLE.width);
    expect(shrinkage).toBeCloseTo(SAMPLE.ledoitWolf.shrinkage, 12);
  });

  it('leaves nothing to shrink for a single underlying', () => {
    const one = Float64Array.of(0.01, -0.02, 0.03);
    expect(ledoitWolf(one, 3, 1).shrinkage).toBe(0);
    expect(ledoitWolf(one, 3, 1).covariance[0]).toBeCloseTo(empiricalCovariance(one, 3, 1)[0]!, 16);
  });

  it('of observations that never move is a covariance of zero', () => {
    const still = new Float64Array(8).fill(2);
    for (const estimate of [ledoitWolf, oracleApproximatingShrinkage]) {
      expect([...estimate(still, 4, 2).covariance]).toEqual([0, 0, 0, 0]);
    }
  });

  it('throws for shapes and weights that do not fit', () => {
    expect(() => empiricalCovariance(new Float64Array(5), 2, 2)).toThrow('5 figures are not 2 rows of 2');
    expect(() => shrinkCovariance(new Float64Array(3), 2, 0.5)).toThrow('3 figures are not a 2 x 2 covariance');
    expect(() => shrinkCovariance(new Float64Array(4), 2, 1.5)).toThrow('shrinkage 1.5 is not between 0 and 1');
  });
});
