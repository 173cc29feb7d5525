import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';
import { type TwoAssetCorrelationOption, twoAssetCorrelationOption } from '../../src/pricing/two-asset-correlation.js';
import { overOneAsset } from './over-one-asset.js';

const OPTION: TwoAssetCorrelationOption = {
  right: 'C',
  strike1: 50,
  strike2: 70,
  spot1: 52,
  spot2: 65,
  volatility1: 0.2,
  volatility2: 0.3,
  dividendYield1: 0,
  dividendYield2: 0,
  correlation: 0.75,
  ttmYears: 0.5,
  rate: 0.1,
};

describe('twoAssetCorrelationOption', () => {
  it('is Haug’s example: 4.7073', () => {
    // E. G. Haug, "Option pricing formulas" (1998), section 2.8.4, as in QuantLib test-suite/twoassetcorrelationoption.cpp.
    expect(Math.abs(twoAssetCorrelationOption(OPTION) - 4.7073)).toBeLessThan(1e-4);
  });

  it.each([-0.9, 0, 0.4, 0.95])('is what conditioning on the first asset gives, at correlation %d', (correlation) => {
    // The helper integrates over its second asset, here the one that must pass its strike.
    const pair = { forward1: 65, forward2: 52, stdDev1: 0.3, stdDev2: 0.2, correlation };
    const call = overOneAsset(pair, [50], (first, price) => (first > 50 ? price(70) : 0));
    const put = overOneAsset(pair, [50], (first, _call, price) => (first < 50 ? price(70) : 0));
    const plain = { ...OPTION, correlation, ttmYears: 1, rate: 0 };
    expect(Math.abs(twoAssetCorrelationOption(plain) - call)).toBeLessThan(1e-11);
    expect(Math.abs(twoAssetCorrelationOption({ ...plain, right: 'P' }) - put)).toBeLessThan(1e-11);
  });

  it('whose first asset passes for certain is ordinary', () => {
    const plain = blackScholesMerton('C', 65, 70, 0.3, 0.5, 0.1, 0);
    expect(twoAssetCorrelationOption({ ...OPTION, strike1: 0 })).toBeCloseTo(plain, 12);
    expect(twoAssetCorrelationOption({ ...OPTION, volatility1: 0 })).toBeCloseTo(plain, 12);
    expect(twoAssetCorrelationOption({ ...OPTION, volatility1: 0, spot1: 40 })).toBe(0);
    expect(twoAssetCorrelationOption({ ...OPTION, spot1: 0 })).toBe(0);
  });

  it('of uncorrelated assets is the ordinary option times the probability of passing', () => {
    // N(d2) of the first asset: (ln(52/50) + (0.1 - 0.02) 0.5) / (0.2 sqrt 0.5) = 0.5602; N = 0.7123 (tables).
    const ratio =
      twoAssetCorrelationOption({ ...OPTION, correlation: 0 }) / blackScholesMerton('C', 65, 70, 0.3, 0.5, 0.1, 0);
    expect(ratio).toBeCloseTo(0.7123, 4);
  });

  it('never is worth less than nothing, or more than the ordinary option', () => {
    const spot = fc.double({ min: 20, max: 150, noNaN: true });
    const volatility = fc.double({ min: 0, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(
        spot,
        spot,
        volatility,
        volatility,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom('C' as const, 'P' as const),
        (spot1, spot2, volatility1, volatility2, correlation, right) => {
          const option = { ...OPTION, right, spot1, spot2, volatility1, volatility2, correlation };
          const price = twoAssetCorrelationOption(option);
          expect(price).toBeGreaterThanOrEqual(0);
          const plain = blackScholesMerton(right, spot2, 70, volatility2, 0.5, 0.1, 0);
          expect(price).toBeLessThanOrEqual(plain + 1e-11);
        },
      ),
      { seed: 71, numRuns: 300 },
    );
  });

  it('with correlation +-1 is a single integral', () => {
    // Both pass together: S1 > 50 where z > a, S2 > 70 where z > b; here b is the greater, so the first never binds.
    expect(twoAssetCorrelationOption({ ...OPTION, correlation: 1 })).toBeCloseTo(
      blackScholesMerton('C', 65, 70, 0.3, 0.5, 0.1, 0),
      11,
    );
    // Opposed, the first passes only where z < 0.5602, the second where z > 0.2196: less than the whole.
    const opposed = twoAssetCorrelationOption({ ...OPTION, correlation: -1 });
    expect(opposed).toBeGreaterThan(0);
    expect(opposed).toBeLessThan(1);
  });

  it('at expiry pays what it says, and one half at the strike of the first', () => {
    const expired = { ...OPTION, ttmYears: 0, spot2: 75 };
    expect(twoAssetCorrelationOption(expired)).toBe(5);
    expect(twoAssetCorrelationOption({ ...expired, spot1: 49 })).toBe(0);
    expect(twoAssetCorrelationOption({ ...expired, spot1: 50 })).toBe(2.5);
    expect(twoAssetCorrelationOption({ ...expired, right: 'P', spot1: 49, spot2: 66 })).toBe(4);
  });

  it.each([{ strike1: -1 }, { strike2: -1 }, { strike1: Number.NaN }, { strike2: Infinity }, { correlation: 1.1 }])(
    'is NaN for %j',
    (terms) => {
      expect(twoAssetCorrelationOption({ ...OPTION, ...terms })).toBeNaN();
    },
  );
});
