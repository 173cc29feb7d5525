import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';
import { type ExchangeOption, exchangeOption, exchangeOptionGreeks } from '../../src/pricing/exchange-option.js';
import { overOneAsset } from './over-one-asset.js';

const OPTION: ExchangeOption = {
  spot1: 22,
  spot2: 20,
  volatility1: 0.2,
  volatility2: 0.15,
  dividendYield1: 0.06,
  dividendYield2: 0.04,
  correlation: 0.5,
  ttmYears: 0.5,
  rate: 0.1,
};

/** Second volatility, correlation, years, price: Haug (1998), section 2.8.1, with the other terms of `OPTION`. */
const HAUG = [
  [0.15, -0.5, 0.1, 2.125],
  [0.25, 0, 0.1, 2.152],
  [0.2, 0.5, 0.1, 1.989],
  [0.15, -0.5, 0.5, 2.762],
  [0.2, 0, 0.5, 2.65],
  [0.25, 0.5, 0.5, 2.374],
] as const;

const OPTIONS: fc.Arbitrary<ExchangeOption> = fc.record({
  spot1: fc.double({ min: 20, max: 300, noNaN: true }),
  spot2: fc.double({ min: 20, max: 300, noNaN: true }),
  volatility1: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
  volatility2: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
  dividendYield1: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
  dividendYield2: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
  correlation: fc.double({ min: -0.98, max: 0.98, noNaN: true }),
  ttmYears: fc.double({ min: 0.05, max: 2, noNaN: true }),
  rate: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
});

describe('exchangeOption', () => {
  it.each(HAUG)('second volatility %d, correlation %d, %d years', (volatility2, correlation, ttmYears, price) => {
    expect(Math.abs(exchangeOption({ ...OPTION, volatility2, correlation, ttmYears }) - price)).toBeLessThan(1e-3);
  });

  it('is what conditioning on the second asset gives', () => {
    const pair = { forward1: 22, forward2: 20, stdDev1: 0.4, stdDev2: 0.3, correlation: -0.6 };
    const expected = overOneAsset(pair, [], (second, call) => call(second));
    const plain = { dividendYield1: 0, dividendYield2: 0, rate: 0, ttmYears: 1, correlation: -0.6 };
    const ours = exchangeOption({ ...OPTION, ...plain, volatility1: 0.4, volatility2: 0.3 });
    expect(Math.abs(ours - expected)).toBeLessThan(1e-12);
  });

  it('both ways round differs by the two assets', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const { spot1, spot2, dividendYield1, dividendYield2, ttmYears } = option;
        const swapped = {
          ...option,
          spot1: spot2,
          spot2: spot1,
          volatility1: option.volatility2,
          volatility2: option.volatility1,
          dividendYield1: dividendYield2,
          dividendYield2: dividendYield1,
        };
        const assets = spot1 * Math.exp(-dividendYield1 * ttmYears) - spot2 * Math.exp(-dividendYield2 * ttmYears);
        expect(Math.abs(exchangeOption(option) - exchangeOption(swapped) - assets)).toBeLessThan(1e-11);
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it('against an asset that stands still is an ordinary call, and does not depend on the rate', () => {
    const cash = { ...OPTION, volatility2: 0, dividendYield2: OPTION.rate };
    expect(exchangeOption(cash)).toBeCloseTo(blackScholesMerton('C', 22, 20, 0.2, 0.5, 0.1, 0.06), 13);
    expect(exchangeOption({ ...OPTION, rate: -0.3 })).toBeCloseTo(exchangeOption(OPTION), 13);
  });

  it('counts quantities as so much more of each asset', () => {
    const halves = { ...OPTION, spot1: 11, quantity1: 2, spot2: 10, quantity2: 2 };
    expect(exchangeOption(halves)).toBeCloseTo(exchangeOption(OPTION), 13);
    expect(exchangeOption({ ...OPTION, quantity2: 0 })).toBeCloseTo(22 * Math.exp(-0.03), 13);
  });

  it('of assets that move as one is the difference of the forwards, or nothing', () => {
    const still = { ...OPTION, dividendYield1: 0, dividendYield2: 0, rate: 0 };
    for (const terms of [{ ttmYears: 0 }, { volatility1: 0, volatility2: 0 }, { volatility2: 0.2, correlation: 1 }]) {
      expect(exchangeOption({ ...still, ...terms })).toBe(2);
      expect(exchangeOption({ ...still, ...terms, spot1: 19 })).toBe(0);
    }
    const opposed = { ...still, correlation: -1, ttmYears: 1, volatility1: 0.25, volatility2: 0.25 };
    expect(exchangeOption(opposed)).toBeCloseTo(blackScholesMerton('C', 22, 20, 0.5, 1, 0, 0), 13);
  });

  it.each([{ quantity1: -1 }, { quantity2: Infinity }, { correlation: -1.1 }, { spot1: Number.NaN }])(
    'is NaN for %j, greeks as well',
    (terms) => {
      expect(exchangeOption({ ...OPTION, ...terms })).toBeNaN();
      expect(Object.values(exchangeOptionGreeks({ ...OPTION, ...terms })).every(Number.isNaN)).toBe(true);
    },
  );
});

describe('exchangeOptionGreeks', () => {
  const terms = { ...OPTION, quantity1: 2, quantity2: 3, spot1: 31 };
  const greeks = exchangeOptionGreeks(terms);
  const slope = (field: 'spot1' | 'spot2' | 'volatility1' | 'volatility2' | 'correlation' | 'ttmYears' | 'rate') => {
    const step = 1e-5 * Math.max(1, terms[field]);
    const at = (shift: number) => exchangeOption({ ...terms, [field]: terms[field] + shift });
    return (at(step) - at(-step)) / (2 * step);
  };

  it('are the slopes of the price', () => {
    expect(greeks.price).toBe(exchangeOption(terms));
    expect(greeks.delta1).toBeCloseTo(slope('spot1'), 7);
    expect(greeks.delta2).toBeCloseTo(slope('spot2'), 7);
    expect(greeks.vega1).toBeCloseTo(slope('volatility1'), 6);
    expect(greeks.vega2).toBeCloseTo(slope('volatility2'), 6);
    expect(greeks.correlationSensitivity).toBeCloseTo(slope('correlation'), 6);
    expect(greeks.theta).toBeCloseTo(-slope('ttmYears'), 6);
    expect(greeks.rho).toBeCloseTo(slope('rate'), 7);
  });

  it('of the second order are the slopes of the deltas', () => {
    const step = 1e-4;
    const delta = (field: 'spot1' | 'spot2', of: 'delta1' | 'delta2') => {
      const at = (shift: number) => exchangeOptionGreeks({ ...terms, [field]: terms[field] + shift })[of];
      return (at(step) - at(-step)) / (2 * step);
    };
    expect(greeks.gamma1).toBeCloseTo(delta('spot1', 'delta1'), 7);
    expect(greeks.gamma2).toBeCloseTo(delta('spot2', 'delta2'), 7);
    expect(greeks.crossGamma).toBeCloseTo(delta('spot2', 'delta1'), 7);
  });

  it('make up the price: it is of degree one in the spots (Euler)', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const { price, delta1, delta2 } = exchangeOptionGreeks(option);
        expect(Math.abs(delta1 * option.spot1 + delta2 * option.spot2 - price)).toBeLessThan(1e-11);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('of a decided option are steps, with no minus zero among them', () => {
    const still = { ...OPTION, dividendYield1: 0, dividendYield2: 0, volatility1: 0.1, ttmYears: 0 };
    const decided = exchangeOptionGreeks(still);
    expect(decided).toEqual({
      price: 2,
      delta1: 1,
      delta2: -1,
      gamma1: 0,
      gamma2: 0,
      crossGamma: 0,
      vega1: 0,
      vega2: 0,
      correlationSensitivity: 0,
      theta: 0,
      rho: 0,
    });
    expect(exchangeOptionGreeks({ ...still, spot1: 20 })).toMatchObject({ price: 0, delta1: 0.5, delta2: -0.5 });
    expect(exchangeOptionGreeks({ ...still, spot1: 0 })).toMatchObject({ price: 0, delta1: 0, delta2: 0, gamma1: 0 });
    const nothing = exchangeOptionGreeks({ ...OPTION, spot1: 0, spot2: 0, dividendYield1: -0.1 });
    expect(Object.values(nothing).some((figure) => Object.is(figure, -0))).toBe(false);
  });
});
