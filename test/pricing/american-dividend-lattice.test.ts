import { describe, expect, it } from 'vitest';
import { americanDividendPrice } from '../../src/pricing/american-dividend-lattice.js';
import { americanPrice, black76, dividendValue } from '../../src/pricing/index.js';

const HULL = { spot: 40, strike: 40, rate: 0.09, dividendYield: 0, volatility: 0.3, ttmYears: 0.5 } as const;
/** Half a dollar in two and in five months. */
const HALVES = [
  { years: 2 / 12, amount: 0.5 },
  { years: 5 / 12, amount: 0.5 },
];

describe('escrowed dividends', () => {
  it('are Hull’s European call of 3.67', () => {
    // Hull, "Options, Futures and Other Derivatives", dividends: 0.9742 (his rounding of 0.9741), call 3.67.
    const value = dividendValue(HALVES, HULL.rate, HULL.ttmYears);
    expect(value).toBeCloseTo(0.9741, 3);
    const forward = (HULL.spot - value) * Math.exp(HULL.rate * HULL.ttmYears);
    const call = black76('C', forward, 40, 0.3 * Math.sqrt(0.5), Math.exp(-0.09 * 0.5));
    expect(call).toBeCloseTo(3.67, 2);
  });

  it('count from the ex-date to expiry, discounted to the day asked for', () => {
    expect(dividendValue(HALVES, 0, 0.3)).toBe(0.5);
    expect(dividendValue(HALVES, 0.1, 1, 2 / 12)).toBeCloseTo(0.5 + 0.5 * Math.exp(-0.1 * 0.25), 12);
    expect(dividendValue(HALVES, 0.1, 1, 0.5)).toBe(0);
  });
});

describe('americanDividendPrice', () => {
  it('is the exact price of a call with one dividend (Roll, Geske and Whaley)', () => {
    // Haug, "The Complete Guide to Option Pricing Formulas", 1998: S 80, X 82, dividend 4 in 0.25 years, T 0.3333 years.
    const call = {
      right: 'C',
      spot: 80,
      strike: 82,
      rate: 0.06,
      dividendYield: 0,
      volatility: 0.3,
      ttmYears: 0.3333,
    } as const;
    const dividend = [{ years: 0.25, amount: 4 }];
    expect(Math.abs(americanDividendPrice(call, dividend) - 4.386)).toBeLessThan(1e-4 * 82);
    expect(Math.abs(americanDividendPrice(call, dividend, 2001) - 4.386)).toBeLessThan(1e-3);
  });

  it.each([
    ['C', 40],
    ['P', 40],
    ['P', 45],
    ['C', 30],
  ] as const)('%s %d without dividends is the American option', (right, strike) => {
    const option = { ...HULL, right, strike, dividendYield: 0.03 };
    expect(Math.abs(americanDividendPrice(option, []) - americanPrice(option))).toBeLessThan(1e-3);
  });

  it.each(['C', 'P'] as const)('%s is at least the European option and what exercise pays', (right) => {
    for (const spot of [20, 35, 40, 45, 60]) {
      const option = { ...HULL, right, spot };
      const forward = (spot - dividendValue(HALVES, 0.09, 0.5)) * Math.exp(0.09 * 0.5);
      const european = black76(right, forward, 40, 0.3 * Math.sqrt(0.5), Math.exp(-0.09 * 0.5));
      const american = americanDividendPrice(option, HALVES);
      expect(american).toBeGreaterThanOrEqual(european - 1e-3);
      expect(american).toBeGreaterThanOrEqual(right === 'C' ? spot - 40 : 40 - spot);
    }
  });

  it('takes a call in before a dividend that is worth more than waiting', () => {
    const option = { ...HULL, right: 'C', spot: 60 } as const;
    // Exercised on the eve of a dividend of 10 in three months: 60 - 40 e^{-0.09/4}.
    const eve = 60 - 40 * Math.exp(-0.09 * 0.25);
    expect(americanDividendPrice(option, [{ years: 0.25, amount: 10 }])).toBeGreaterThanOrEqual(eve - 2e-2);
  });

  it('stays finite where dividends eat the spot, volatility is nothing, or money is far', () => {
    const odd = [
      { ...HULL, spot: 0.5 },
      { ...HULL, volatility: 0 },
      { ...HULL, spot: 4000 },
      { ...HULL, spot: 0.01, volatility: 0.01 },
    ];
    for (const terms of odd) {
      for (const right of ['C', 'P'] as const) {
        const price = americanDividendPrice({ ...terms, right }, HALVES);
        expect(Number.isFinite(price) && price >= 0, JSON.stringify({ terms, right, price })).toBe(true);
        expect(price).toBeLessThanOrEqual(Math.max(terms.spot, 40));
      }
    }
    expect(() => americanDividendPrice({ ...HULL, right: 'C', strike: 0 }, HALVES)).toThrow(RangeError);
    expect(() => americanDividendPrice({ ...HULL, right: 'C', spot: Number.NaN }, HALVES)).toThrow(RangeError);
  });
});
