import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baroneAdesiWhaley } from '../../src/pricing/american-barone-adesi-whaley.js';
import { bjerksundStensland } from '../../src/pricing/american-bjerksund-stensland.js';
import { criticalPrice } from '../../src/pricing/american-critical-price.js';
import { juZhong } from '../../src/pricing/american-ju.js';
import { type AmericanOption, americanPrice } from '../../src/pricing/american-option.js';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';

type Row = readonly ['C' | 'P', number, number, number, number, number, number, number];

/** right, strike, spot, yield, rate, time, volatility, printed value: the order of the published tables. */
function option([right, strike, spot, dividendYield, rate, ttmYears, volatility]: Row): AmericanOption {
  return { right, spot, strike, rate, dividendYield, volatility, ttmYears };
}

describe('Barone-Adesi and Whaley', () => {
  // Haug, "The Complete Guide to Option Pricing Formulas" (1998), p. 24; his digits are good to 3e-3.
  it.each([
    ['C', 100, 90, 0.1, 0.1, 0.1, 0.15, 0.0206],
    ['C', 100, 110, 0.1, 0.1, 0.1, 0.15, 10.0089],
    ['C', 100, 100, 0.1, 0.1, 0.5, 0.35, 9.5106],
    ['P', 100, 90, 0.1, 0.1, 0.1, 0.15, 10.0],
    ['P', 100, 90, 0.1, 0.1, 0.5, 0.25, 12.4419],
    ['P', 100, 110, 0.1, 0.1, 0.5, 0.35, 5.8823],
    ['P', 100, 100, 0.0, 0.0, 0.5, 0.15, 4.2294],
  ] as readonly Row[])('%j', (...row) => {
    expect(Math.abs(baroneAdesiWhaley(option(row)) - row[7])).toBeLessThan(3e-3);
  });
});

describe('Bjerksund and Stensland 1993', () => {
  // QuantLib's americanoption test (BSD), after Haug (1998) p. 27; the small volatilities overflow a plain
  // implementation.
  it.each([
    ['C', 40, 42, 0.08, 0.04, 0.75, 0.35, 5.2704],
    ['P', 40, 36, 0, 0.06, 1, 0.2, 4.4531],
    ['C', 100, 100, 0.05, 0.05, 1, 0.0021, 0.08032314],
    ['C', 100, 100, 0.05, 0.05, 1, 0.0001, 0.003860656],
    ['C', 100, 99.99, 0.05, 0.05, 1, 0.0001, 0.00081],
    ['P', 110, 100, 0.05, 0.05, 1, 0.0001, 10],
    ['P', 100, 110, 0.05, 0.05, 1, 10, 95.12289],
  ] as readonly Row[])('%j', (...row) => {
    expect(Math.abs(bjerksundStensland(option(row)) - row[7])).toBeLessThan(5e-5);
  });
});

describe('Ju and Zhong', () => {
  // Ju and Zhong (1999), exhibits 3 and 4, column MQuad, three decimals.
  it.each([
    ['P', 35, 40, 0, 0.0488, 0.0833, 0.2, 0.006],
    ['P', 40, 40, 0, 0.0488, 0.5833, 0.3, 3.161],
    ['P', 45, 40, 0, 0.0488, 0.0833, 0.2, 5.0],
    ['C', 100, 100, 0.07, 0.03, 3, 0.2, 9.065],
    ['C', 100, 80, 0.07, 0.00001, 3, 0.3, 5.552],
    ['C', 100, 120, 0.03, 0.07, 3, 0.3, 37.177],
  ] as readonly Row[])('%j', (...row) => {
    expect(Math.abs(juZhong(option(row)) - row[7])).toBeLessThan(1e-3);
  });

  it('takes a rate of zero for the limit of small rates', () => {
    const at = (rate: number) => juZhong(option(['C', 100, 110, 0.05, rate, 1, 0.3, 0]));
    expect(Math.abs(at(0) - at(1e-6))).toBeLessThan(1e-3);
  });
});

describe('QD+', () => {
  // QuantLib's testQdAmericanEngines (BSD): eight Chebyshev points, not the true prices (the first is 23.0003).
  it.each([
    ['P', 120, 100, 0.03, 0.1, 10, 0.25, 22.97383256003585],
    ['C', 100, 100, 0.025, 0, 1, 0.25, 8.871505915120776],
    ['C', 100, 100, 0.05, 0.01, 1, 100, 99.9874942266127],
    ['C', 100, 100, 10, 0.1, 1, 0.25, 0.1159627202107989],
    ['C', 100, 100, 0.002, 0.01, 170, 0.25, 80.37468392429741],
  ] as readonly Row[])('%j', (...row) => {
    expect(Math.abs(americanPrice(option(row), 'qdPlus') - row[7])).toBeLessThan(1e-8);
  });
});

describe('all approximations', () => {
  const terms = fc.record({
    right: fc.constantFrom('C' as const, 'P' as const),
    spot: fc.double({ min: 60, max: 160, noNaN: true }),
    strike: fc.constant(100),
    rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    dividendYield: fc.double({ min: 0, max: 0.1, noNaN: true }),
    volatility: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
    ttmYears: fc.double({ min: 0.02, max: 1, noNaN: true }),
  });

  it('lie near the true price, between their floor and reason', () => {
    fc.assert(
      fc.property(terms, (american) => {
        const exact = americanPrice(american, 'standard');
        const { right, spot, strike, volatility, ttmYears, rate, dividendYield } = american;
        const european = blackScholesMerton(right, spot, strike, volatility, ttmYears, rate, dividendYield);
        for (const approximate of [baroneAdesiWhaley, bjerksundStensland, juZhong]) {
          const value = approximate(american);
          expect(Math.abs(value - exact)).toBeLessThan(0.35);
          expect(value).toBeGreaterThanOrEqual(european - 1e-9);
        }
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('Bjerksund and Stensland is a lower bound: it exercises at a boundary anyone could choose', () => {
    fc.assert(
      fc.property(terms, (american) => {
        expect(bjerksundStensland(american)).toBeLessThanOrEqual(americanPrice(american, 'standard') + 1e-4);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('are the European price where exercise never pays early, and exact at expiry', () => {
    const call = option(['C', 100, 110, 0, 0.05, 1, 0.3, 0]);
    for (const approximate of [baroneAdesiWhaley, bjerksundStensland, juZhong]) {
      expect(approximate(call)).toBeCloseTo(blackScholesMerton('C', 110, 100, 0.3, 1, 0.05, 0), 10);
      expect(approximate({ ...call, ttmYears: 0 })).toBeCloseTo(10, 12);
    }
  });
});

describe('criticalPrice', () => {
  it('joins the approximation to intrinsic value without a step or a kink', () => {
    for (const right of ['C', 'P'] as const) {
      const terms = { right, strike: 100, rate: 0.05, dividendYield: 0.06, volatility: 0.3, ttmYears: 0.75 };
      const critical = criticalPrice(terms);
      expect(critical).not.toBeNull();
      const spot = critical?.spot ?? Number.NaN;
      const inside = right === 'C' ? -1 : 1;
      const value = (distance: number) => baroneAdesiWhaley({ ...terms, spot: spot + inside * distance });
      expect(value(1e-6)).toBeCloseTo(Math.abs(spot - 100), 5);
      const slope = (value(2e-3) - value(1e-3)) / 1e-3;
      expect(slope).toBeCloseTo(-1, 3);
    }
  });
});
