import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeOption } from '../../src/pricing/exchange-option.js';
import { kirkSpreadOption, type SpreadOption } from '../../src/pricing/spread-option.js';
import { overOneAsset } from './over-one-asset.js';

const OPTION: SpreadOption = {
  right: 'C',
  forward1: 122,
  forward2: 120,
  strike: 3,
  volatility1: 0.2,
  volatility2: 0.2,
  correlation: -0.5,
  ttmYears: 0.1,
  discount: Math.exp(-0.01),
};

/** The price that Kirk's formula approximates, by an integral over the second forward. */
function truePrice(option: SpreadOption): number {
  const { forward1, forward2, strike, volatility1, volatility2, correlation, ttmYears, discount } = option;
  const root = Math.sqrt(ttmYears);
  const pair = { forward1, forward2, stdDev1: volatility1 * root, stdDev2: volatility2 * root, correlation };
  return discount * overOneAsset(pair, [], (second, call) => call(second + strike));
}

describe('kirkSpreadOption', () => {
  // E. G. Haug, "Option pricing formulas" (1998), section 2.8.3: Kirk's approximation as printed.
  it.each([
    [-0.5, 0.2, 0.2, 0.1, 4.753],
    [0, 0.25, 0.2, 0.1, 4.3712],
    [0.5, 0.2, 0.25, 0.1, 2.9723],
    [-0.5, 0.25, 0.2, 0.5, 12.1941],
    [0.5, 0.2, 0.2, 0.5, 6.0257],
  ])('correlation %d, volatilities %d and %d, %d years', (correlation, volatility1, volatility2, ttmYears, price) => {
    const option = { ...OPTION, correlation, volatility1, volatility2, ttmYears, discount: Math.exp(-0.1 * ttmYears) };
    expect(Math.abs(kirkSpreadOption(option) - price)).toBeLessThan(2e-4);
  });

  it('without a strike is the exchange option', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (forward1, volatility1, correlation) => {
          const option = { ...OPTION, forward1, volatility1, correlation, strike: 0, discount: 1 };
          const spots = { spot1: forward1, spot2: 120, dividendYield1: 0, dividendYield2: 0, rate: 0 };
          const exchange = exchangeOption({ ...spots, volatility1, volatility2: 0.2, correlation, ttmYears: 0.1 });
          expect(Math.abs(kirkSpreadOption(option) - exchange)).toBeLessThan(1e-12);
        },
      ),
      { seed: 61, numRuns: 200 },
    );
  });

  it('keeps the parity of call and put', () => {
    const parity = kirkSpreadOption(OPTION) - kirkSpreadOption({ ...OPTION, right: 'P' });
    expect(parity).toBeCloseTo(OPTION.discount * (122 - 120 - 3), 12);
  });

  it('is near the true price for small strikes, and is an approximation', () => {
    const half = { ...OPTION, ttmYears: 0.5, discount: 1 };
    expect(Math.abs(kirkSpreadOption({ ...half, strike: 0 }) - truePrice({ ...half, strike: 0 }))).toBeLessThan(1e-10);
    for (const correlation of [-0.5, 0, 0.5, 0.9]) {
      const error = Math.abs(kirkSpreadOption({ ...half, correlation }) - truePrice({ ...half, correlation }));
      expect(error).toBeLessThan(0.002);
      expect(error).toBeGreaterThan(1e-6);
    }
    const far = { ...half, strike: 60, correlation: 0.9, volatility1: 0.4, ttmYears: 2 };
    const error = Math.abs(kirkSpreadOption(far) - truePrice(far));
    expect(error).toBeGreaterThan(0.01);
    expect(error).toBeLessThan(0.5);
  });

  it('takes a negative strike as long as something is paid', () => {
    const option = { ...OPTION, strike: -20, ttmYears: 0.5, discount: 1 };
    expect(Math.abs(kirkSpreadOption(option) - truePrice(option))).toBeLessThan(0.05);
    expect(kirkSpreadOption({ ...OPTION, strike: -120 })).toBeNaN();
    expect(kirkSpreadOption({ ...OPTION, strike: -121 })).toBeNaN();
  });

  it('is decided without volatility or time', () => {
    const still = { ...OPTION, strike: 1, discount: 1 };
    expect(kirkSpreadOption({ ...still, ttmYears: 0 })).toBe(1);
    expect(kirkSpreadOption({ ...still, volatility1: 0, volatility2: 0 })).toBe(1);
    expect(kirkSpreadOption({ ...still, ttmYears: 0, right: 'P' })).toBe(0);
    expect(kirkSpreadOption({ ...still, forward2: 0, strike: 0 })).toBe(122);
  });

  it.each([
    { forward1: -1 },
    { forward2: -1 },
    { volatility1: -1 },
    { volatility2: Number.NaN },
    { ttmYears: -1 },
    { correlation: 1.1 },
    { correlation: Number.NaN },
    { strike: Number.NaN },
    { discount: -1 },
  ])('is NaN for %j', (terms) => {
    expect(kirkSpreadOption({ ...OPTION, ...terms })).toBeNaN();
  });
});
