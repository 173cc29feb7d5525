import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationOfPairs, mean, variance } from '../../src/math/statistics.js';

const XS = [1.2, 3.4, 2.2, 5.9, 4.1];
const YS = [2.1, 1.9, 3.3, 4.8, 4.0];

describe('mean and variance', () => {
  it('of a handful', () => {
    expect(mean(XS)).toBeCloseTo(3.36, 15);
    // numpy.var(xs, ddof=1)
    expect(variance(XS)).toBeCloseTo(3.253, 14);
  });

  it('keep their digits far from zero: NIST StRD NumAcc4, certified deviation 0.1', () => {
    const series = [10000000.2];
    for (let i = 0; i < 500; i++) series.push(10000000.1, 10000000.3);
    expect(mean(series)).toBeCloseTo(10000000.2, 6);
    expect(Math.sqrt(variance(series))).toBeCloseTo(0.1, 8);
  });

  it('are NaN of too little', () => {
    expect(mean([])).toBeNaN();
    expect(variance([3])).toBeNaN();
    expect(variance(new Float64Array(0))).toBeNaN();
  });
});

describe('correlationOfPairs', () => {
  it('of a handful', () => {
    // numpy.corrcoef
    const outcome = correlationOfPairs(XS, YS);
    expect(outcome).toMatchObject({ status: 'ok', count: 5 });
    if (outcome.status === 'ok') expect(outcome.correlation).toBeCloseTo(0.7699379623182421, 14);
  });

  it('uses the places where both are there', () => {
    const gappyX = [...XS, Number.NaN, 7, 8];
    const gappyY = [...YS, 3, Number.NaN, Number.POSITIVE_INFINITY];
    expect(correlationOfPairs(gappyX, gappyY)).toEqual(correlationOfPairs(XS, YS));
  });

  it('is symmetric, within one, and blind to scale and level', () => {
    const series = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(series, series, (xs, ys) => {
        const outcome = correlationOfPairs(xs, ys);
        const swapped = correlationOfPairs(ys, xs);
        fc.pre(outcome.status === 'ok' && swapped.status === 'ok' && variance(xs) > 1e-3 && variance(ys) > 1e-3);
        const moved = correlationOfPairs(
          xs.map((x) => 3 - 2 * x),
          ys,
        );
        if (outcome.status !== 'ok' || swapped.status !== 'ok' || moved.status !== 'ok') throw new Error('undefined');
        expect(Math.abs(outcome.correlation)).toBeLessThanOrEqual(1);
        expect(swapped.correlation).toBeCloseTo(outcome.correlation, 12);
        expect(moved.correlation).toBeCloseTo(-outcome.correlation, 9);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('is exactly one for a series with itself', () => {
    const outcome = correlationOfPairs(XS, XS);
    if (outcome.status !== 'ok') throw new Error(outcome.reason);
    expect(outcome.correlation).toBeCloseTo(1, 15);
    expect(outcome.correlation).toBeLessThanOrEqual(1);
  });

  it('is undefined for too few pairs or a series that stands still', () => {
    const constant = { status: 'undefined', reason: 'constant', count: 5 };
    expect(correlationOfPairs([1], [2])).toEqual({ status: 'undefined', reason: 'tooFewPairs', count: 1 });
    expect(correlationOfPairs([1, Number.NaN], [2, 3])).toMatchObject({ reason: 'tooFewPairs', count: 1 });
    expect(correlationOfPairs(XS, [0.1, 0.1, 0.1, 0.1, 0.1])).toEqual(constant);
    expect(correlationOfPairs([0.3, 0.3, 0.3, 0.3, 0.3], YS)).toEqual(constant);
  });

  it('refuses series of different length', () => {
    expect(() => correlationOfPairs([1, 2], [1])).toThrow(RangeError);
  });
});
