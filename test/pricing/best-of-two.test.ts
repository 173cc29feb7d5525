import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BestOfTwoOption, bestOfTwoOption } from '../../src/pricing/best-of-two.js';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';
import { exchangeOption } from '../../src/pricing/exchange-option.js';
import { overOneAsset } from './over-one-asset.js';

const OPTION: BestOfTwoOption = {
  right: 'C',
  of: 'min',
  strike: 98,
  spot1: 100,
  spot2: 105,
  volatility1: 0.11,
  volatility2: 0.16,
  dividendYield1: 0.06,
  dividendYield2: 0.09,
  correlation: 0.63,
  ttmYears: 0.5,
  rate: 0.05,
};

const EQUAL = { strike: 100, spot1: 100, spot2: 100, dividendYield1: 0, dividendYield2: 0, ttmYears: 1 };

const OPTIONS: fc.Arbitrary<BestOfTwoOption> = fc.record({
  right: fc.constantFrom('C' as const, 'P' as const),
  of: fc.constantFrom('max' as const, 'min' as const),
  strike: fc.double({ min: 20, max: 300, noNaN: true }),
  spot1: fc.double({ min: 20, max: 300, noNaN: true }),
  spot2: fc.double({ min: 20, max: 300, noNaN: true }),
  volatility1: fc.double({ min: 0.02, max: 1.5, noNaN: true }),
  volatility2: fc.double({ min: 0.02, max: 1.5, noNaN: true }),
  dividendYield1: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
  dividendYield2: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
  correlation: fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, 0.9999999, 1)),
  ttmYears: fc.double({ min: 0.01, max: 2, noNaN: true }),
  rate: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
});

/** The ordinary options on either asset. */
function vanillas({ right, strike, ttmYears, rate, ...rest }: BestOfTwoOption): readonly [number, number] {
  return [
    blackScholesMerton(right, rest.spot1, strike, rest.volatility1, ttmYears, rate, rest.dividendYield1),
    blackScholesMerton(right, rest.spot2, strike, rest.volatility2, ttmYears, rate, rest.dividendYield2),
  ];
}

describe('bestOfTwoOption', () => {
  // E. G. Haug, "Option pricing formulas" (1998), section 2.8.2, four decimals; the last ones from DerivaGem, three.
  it.each([
    ['C', 'min', {}, 2.934, 1e-4],
    ['P', 'min', {}, 3.5224, 1e-4],
    ['C', 'max', {}, 8.0701, 1e-4],
    ['P', 'max', {}, 1.2181, 1e-4],
    ['C', 'min', { dividendYield1: 0, dividendYield2: 0 }, 4.8177, 1e-4],
    ['P', 'max', { dividendYield1: 0, dividendYield2: 0 }, 0.5731, 1e-4],
    ['C', 'min', { ...EQUAL, volatility1: 0.5, volatility2: 0.1, correlation: 0 }, 2.597, 1e-3],
    [
      'C',
      'max',
      { ...EQUAL, spot1: 80, spot2: 120, volatility1: 0.3, volatility2: 0.3, correlation: 0.3 },
      30.141,
      1e-3,
    ],
  ] as const)('%s on the %s with %j', (right, of, terms, price, tolerance) => {
    expect(Math.abs(bestOfTwoOption({ ...OPTION, ...terms, right, of }) - price)).toBeLessThan(tolerance);
  });

  it.each([-0.95, -0.4, 0, 0.5, 0.94])(
    'is what conditioning on the second asset gives, at correlation %d',
    (correlation) => {
      const pair = { forward1: 100, forward2: 110, stdDev1: 0.3, stdDev2: 0.2, correlation };
      const strike = 104;
      const expected = {
        Cmin: overOneAsset(pair, [strike], (s, call) => (s > strike ? call(strike) - call(s) : 0)),
        Cmax: overOneAsset(pair, [strike], (s, call) => (s > strike ? s - strike + call(s) : call(strike))),
        Pmin: overOneAsset(pair, [strike], (s, _call, put) => (s < strike ? strike - s + put(s) : put(strike))),
        Pmax: overOneAsset(pair, [strike], (s, _call, put) => (s < strike ? put(strike) - put(s) : 0)),
      };
      const terms = { strike, spot1: 100, spot2: 110, volatility1: 0.3, volatility2: 0.2, rate: 0, ttmYears: 1 };
      for (const [right, of] of [
        ['C', 'min'],
        ['C', 'max'],
        ['P', 'min'],
        ['P', 'max'],
      ] as const) {
        const plain = { ...terms, dividendYield1: 0, dividendYield2: 0, correlation, right, of };
        expect(Math.abs(bestOfTwoOption(plain) - expected[`${right}${of}`])).toBeLessThan(1e-10);
      }
    },
  );

  it('on the greater and on the lesser make the two ordinary options', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const sum = bestOfTwoOption({ ...option, of: 'max' }) + bestOfTwoOption({ ...option, of: 'min' });
        const [first, second] = vanillas(option);
        expect(Math.abs(sum - first - second)).toBeLessThan(1e-11);
      }),
      { seed: 51, numRuns: 400 },
    );
  });

  it('keeps parity with the asset itself, which is the other one plus the right to exchange it', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const { of, strike, spot2, dividendYield2, rate, ttmYears } = option;
        const parity = bestOfTwoOption({ ...option, right: 'C' }) - bestOfTwoOption({ ...option, right: 'P' });
        const greater = spot2 * Math.exp(-dividendYield2 * ttmYears) + exchangeOption(option);
        const forSure = bestOfTwoOption({ ...option, right: 'C', strike: 0 });
        if (of === 'max') expect(Math.abs(forSure - greater)).toBeLessThan(1e-11);
        expect(Math.abs(parity - (forSure - strike * Math.exp(-rate * ttmYears)))).toBeLessThan(1e-11);
      }),
      { seed: 52, numRuns: 400 },
    );
  });

  it('is never negative, and lies between nothing, the ordinary options and their sum', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const price = bestOfTwoOption(option);
        const [first, second] = vanillas(option);
        const isDearer = (option.right === 'C') === (option.of === 'max');
        expect(price).toBeGreaterThanOrEqual(isDearer ? Math.max(first, second) - 1e-11 : 0);
        expect(price).toBeLessThanOrEqual((isDearer ? first + second : Math.min(first, second)) + 1e-11);
      }),
      { seed: 53, numRuns: 400 },
    );
  });

  it('does not mind which asset is called the first', () => {
    fc.assert(
      fc.property(OPTIONS, (option) => {
        const swapped = {
          ...option,
          spot1: option.spot2,
          spot2: option.spot1,
          volatility1: option.volatility2,
          volatility2: option.volatility1,
          dividendYield1: option.dividendYield2,
          dividendYield2: option.dividendYield1,
        };
        expect(Math.abs(bestOfTwoOption(option) - bestOfTwoOption(swapped))).toBeLessThan(1e-11);
      }),
      { seed: 54, numRuns: 200 },
    );
  });

  it.each(['max', 'min'] as const)('on assets that move as one is ordinary: %s', (of) => {
    const rates = { rate: 0, dividendYield1: 0, dividendYield2: 0 };
    const spot = of === 'max' ? 105 : 100;
    const together = { ...OPTION, ...rates, of, volatility1: 0.16, correlation: 1 };
    expect(bestOfTwoOption(together)).toBe(blackScholesMerton('C', spot, 98, 0.16, 0.5, 0, 0));
    expect(bestOfTwoOption({ ...OPTION, ...rates, of, ttmYears: 0 })).toBe(spot - 98);
    expect(bestOfTwoOption({ ...OPTION, ...rates, of, volatility1: 0, volatility2: 0 })).toBe(spot - 98);
    // As the correlation nears one, without a jump.
    const near = bestOfTwoOption({ ...together, correlation: 1 - 2 ** -40 });
    expect(near).toBeCloseTo(bestOfTwoOption(together), 6);
  });

  it('with one asset that stands still, below, at and above the strike', () => {
    for (const spot1 of [90, 98, 101]) {
      const still = { ...OPTION, spot1, volatility1: 0, dividendYield1: 0, dividendYield2: 0, rate: 0 };
      const call = (strike: number) => blackScholesMerton('C', 105, strike, 0.16, 0.5, 0, 0);
      const lesser = spot1 > 98 ? call(98) - call(spot1) : 0;
      expect(bestOfTwoOption(still)).toBeCloseTo(lesser, 11);
      const greater = spot1 > 98 ? spot1 - 98 + call(spot1) : call(98);
      expect(bestOfTwoOption({ ...still, of: 'max' })).toBeCloseTo(greater, 11);
    }
  });

  it('keeps its digits where one asset hardly moves beside the other', () => {
    // Their ratio then moves with one asset all but for certain: a correlation of 1 - 1e-16, which no double tells.
    for (const ratio of [1e-6, 1e-8, 1e-10]) {
      const terms = { strike: 100, spot1: 100, spot2: 100, dividendYield1: 0, dividendYield2: 0, correlation: -0.93 };
      const option = { ...OPTION, ...terms, volatility1: 0.3 * ratio, volatility2: 0.3, ttmYears: 1e-4, rate: 0 };
      for (const right of ['C', 'P'] as const) {
        const own = { ...option, right };
        const sum = bestOfTwoOption({ ...own, of: 'max' }) + bestOfTwoOption({ ...own, of: 'min' });
        const [first, second] = vanillas(own);
        expect(Math.abs(sum - first - second)).toBeLessThan(3e-13);
      }
    }
  });

  it('with an asset worth nothing', () => {
    const none = { ...OPTION, spot1: 0, dividendYield2: 0 };
    expect(bestOfTwoOption(none)).toBe(0);
    expect(bestOfTwoOption({ ...none, right: 'P' })).toBeCloseTo(98 * Math.exp(-0.025), 12);
    expect(bestOfTwoOption({ ...none, of: 'max' })).toBe(blackScholesMerton('C', 105, 98, 0.16, 0.5, 0.05, 0));
    expect(bestOfTwoOption({ ...none, spot2: 0 })).toBe(0);
  });

  it.each([{ strike: -1 }, { strike: Number.NaN }, { strike: Infinity }, { spot1: -1 }, { correlation: 2 }])(
    'is NaN for %j',
    (terms) => {
      expect(bestOfTwoOption({ ...OPTION, ...terms })).toBeNaN();
    },
  );
});
