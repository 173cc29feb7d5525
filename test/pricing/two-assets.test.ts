import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceStdDev, type TwoAssets, twoForwards } from '../../src/pricing/two-assets.js';

const PAIR: TwoAssets = {
  spot1: 100,
  spot2: 50,
  volatility1: 0.2,
  volatility2: 0.4,
  dividendYield1: 0.01,
  dividendYield2: 0.03,
  correlation: 0.5,
  ttmYears: 4,
  rate: 0.05,
};

describe('twoForwards', () => {
  it('carries spots to expiry and volatilities over the time', () => {
    const forwards = twoForwards(PAIR)!;
    expect(forwards.forward1).toBeCloseTo(100 * Math.exp(0.16), 12);
    expect(forwards.forward2).toBeCloseTo(50 * Math.exp(0.08), 12);
    expect([forwards.stdDev1, forwards.stdDev2]).toEqual([0.4, 0.8]);
    expect(forwards.exchange).toBeCloseTo(Math.sqrt(0.16 + 0.64 - 0.32), 14);
    expect(forwards.discount).toBeCloseTo(Math.exp(-0.2), 15);
  });

  it.each([
    ['spot1', -1],
    ['spot2', Number.NaN],
    ['volatility1', -0.1],
    ['volatility2', Infinity],
    ['ttmYears', -1],
    ['ttmYears', Infinity],
    ['correlation', 1.01],
    ['correlation', Number.NaN],
    ['rate', Number.NaN],
    ['dividendYield1', Infinity],
  ])('is null for %s of %d', (field, value) => {
    expect(twoForwards({ ...PAIR, [field]: value })).toBeNull();
  });
});

describe('differenceStdDev', () => {
  it('is the textbook root where that loses nothing', () => {
    const part = fc.double({ min: 0.01, max: 3, noNaN: true });
    fc.assert(
      fc.property(part, part, fc.double({ min: -1, max: 0.9, noNaN: true }), (a, b, correlation) => {
        const square = a * a + b * b - 2 * correlation * a * b;
        expect(differenceStdDev(a, b, correlation) / Math.sqrt(square)).toBeCloseTo(1, 13);
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it('vanishes exactly for assets that move as one, and keeps its digits near them', () => {
    expect(differenceStdDev(0.3, 0.3, 1)).toBe(0);
    expect(differenceStdDev(0.3, 0.1, 1)).toBeCloseTo(0.2, 15);
    expect(differenceStdDev(0.3, 0.1, -1)).toBeCloseTo(0.4, 15);
    // Equal volatilities: a sqrt(2 (1 - rho)); 1 - rho is exact here.
    const near = 1 - 2 ** -50;
    expect(differenceStdDev(0.3, 0.3, near) / (0.3 * Math.sqrt(2 ** -49))).toBeCloseTo(1, 14);
  });
});
