import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { americanLattice } from '../../src/pricing/american-lattice.js';
import { type AmericanOption, americanPrice } from '../../src/pricing/american-option.js';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';

type Row = readonly [
  right: 'C' | 'P',
  spot: number,
  strike: number,
  rate: number,
  dividendYield: number,
  volatility: number,
  ttmYears: number,
];

function option([right, spot, strike, rate, dividendYield, volatility, ttmYears]: Row): AmericanOption {
  return { right, spot, strike, rate, dividendYield, volatility, ttmYears };
}

function european({ right, spot, strike, volatility, ttmYears, rate, dividendYield }: AmericanOption): number {
  return blackScholesMerton(right, spot, strike, volatility, ttmYears, rate, dividendYield);
}

describe('the true price', () => {
  it.each([
    // Andersen, Lake and Offengenden (2016), high-precision limits, as in QuantLib's americanoption test (BSD).
    [['P', 100, 100, 0.05, 0.05, 0.25, 1], 9.5694453, 1e-7],
    [['P', 100, 100, 0.075, 0.05, 0.25, 1], 8.5849358, 1e-7],
    [['P', 100, 95, 0.075, 0.05, 0.25, 1], 6.27869, 1e-4],
    // Cox-Ross-Rubinstein trees of 8,000 and 8,001 steps in numpy, averaged; error about 2e-4.
    [['P', 100, 100, 0.05, 0, 2, 1], 65.17353, 4e-4],
    [['C', 100, 95, 0.02, 0.06, 0.35, 0.5], 11.26098, 4e-4],
    [['P', 100, 100, 0.1, -0.02, 0.08, 1], 0.9484, 4e-4],
    [['P', 100, 100, 0, -0.03, 0.3, 1], 10.82495, 4e-4],
  ] as readonly (readonly [Row, number, number])[])('%j', (row, value, tolerance) => {
    const ours = americanPrice(option(row));
    expect(Math.abs(ours - value)).toBeLessThan(tolerance);
  });

  it('agrees with a binomial tree over a wide range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('C', 'P'),
        fc.double({ min: 0.6, max: 1.6, noNaN: true }),
        fc.double({ min: 0, max: 0.12, noNaN: true }),
        fc.double({ min: -0.03, max: 0.12, noNaN: true }),
        fc.double({ min: 0.05, max: 1.5, noNaN: true }),
        fc.double({ min: 0.02, max: 3, noNaN: true }),
        (right, spot, rate, dividendYield, volatility, ttmYears) => {
          const terms = { right, strike: 1, rate, dividendYield, volatility, ttmYears } as const;
          const tree = americanLattice(terms, spot, 301);
          expect(Math.abs(americanPrice({ ...terms, spot }) - tree)).toBeLessThan(5e-4);
        },
      ),
      { seed: 31, numRuns: 150 },
    );
  });

  it('is what the schemes agree on, the standard one to 1e-6 of the strike', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (spot, rate, dividendYield, volatility, ttmYears) => {
          const put = { right: 'P', strike: 1, spot, rate, dividendYield, volatility, ttmYears } as const;
          const accurate = americanPrice(put);
          expect(Math.abs(americanPrice(put, 'standard') - accurate)).toBeLessThan(1e-6);
          expect(Math.abs(americanPrice(put, 'fast') - accurate)).toBeLessThan(1e-4);
        },
      ),
      { seed: 32, numRuns: 150 },
    );
  });
});

describe('properties', () => {
  const options = fc
    .record({
      right: fc.constantFrom('C', 'P'),
      spot: fc.double({ min: 10, max: 300, noNaN: true }),
      strike: fc.double({ min: 10, max: 300, noNaN: true }),
      rate: fc.double({ min: -0.02, max: 0.2, noNaN: true }),
      dividendYield: fc.double({ min: -0.02, max: 0.2, noNaN: true }),
      volatility: fc.double({ min: 0.02, max: 3, noNaN: true }),
      ttmYears: fc.double({ min: 0.002, max: 5, noNaN: true }),
    })
    // Two boundaries (a tree) have tests of their own.
    .filter(({ rate: r, dividendYield: q }) => !(r < 0 && q < r) && !(q < 0 && r < q)) as fc.Arbitrary<AmericanOption>;

  it('never below intrinsic value or the European price, never above spot or strike at rates that are not negative', () => {
    fc.assert(
      fc.property(options, (terms) => {
        const price = americanPrice(terms, 'standard');
        const intrinsic = terms.right === 'C' ? terms.spot - terms.strike : terms.strike - terms.spot;
        expect(price).toBeGreaterThanOrEqual(Math.max(0, intrinsic - 1e-12));
        expect(price).toBeGreaterThanOrEqual(european(terms) * (1 - 1e-12) - 1e-12);
        if (terms.rate >= 0 && terms.dividendYield >= 0) {
          expect(price).toBeLessThanOrEqual((terms.right === 'C' ? terms.spot : terms.strike) * (1 + 1e-12));
        }
      }),
      { seed: 33, numRuns: 300 },
    );
  });

  it('scales with spot and strike', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (terms, k) => {
        const scaled = americanPrice({ ...terms, spot: k * terms.spot, strike: k * terms.strike }, 'fast');
        expect(Math.abs(scaled / k - americanPrice(terms, 'fast'))).toBeLessThan(1e-9 * terms.strike);
      }),
      { seed: 34, numRuns: 100 },
    );
  });

  it('a call is the put with spot and strike, rate and yield exchanged (McDonald and Schroder 1998)', () => {
    const call = americanLattice(
      { right: 'C', strike: 90, rate: 0.03, dividendYield: 0.08, volatility: 0.4, ttmYears: 1 },
      100,
      1001,
    );
    expect(Math.abs(americanPrice(option(['P', 90, 100, 0.08, 0.03, 0.4, 1])) - call)).toBeLessThan(2e-3);
  });

  it('an option on a future never beats it by carry: at r = q call and put are worth the same at the money', () => {
    const call = americanPrice(option(['C', 100, 100, 0.05, 0.05, 0.4, 0.5]));
    expect(call).toBeCloseTo(americanPrice(option(['P', 100, 100, 0.05, 0.05, 0.4, 0.5])), 12);
    expect(call).toBeGreaterThan(european(option(['C', 100, 100, 0.05, 0.05, 0.4, 0.5])));
  });
});

describe('where nothing is left to solve', () => {
  it('no early exercise: a call without yield, a put without rate', () => {
    for (const row of [
      ['C', 100, 100, 0.05, 0, 0.25, 1],
      ['C', 120, 100, 0.05, -0.01, 0.25, 1],
      ['P', 100, 120, 0, 0.05, 0.25, 1],
      ['P', 80, 120, -0.02, -0.01, 0.25, 1],
    ] as const) {
      expect(americanPrice(option(row))).toBeCloseTo(european(option(row)), 10);
    }
    // QuantLib's testQdAmericanEngines (BSD).
    expect(americanPrice(option(['C', 100, 100, 0.05, 0, 0.25, 1]))).toBeCloseTo(12.335998930368724, 10);
  });

  it('a rate of next to nothing: the European price, whatever the boundary', () => {
    for (const rate of [1e-320, 1e-14, 1e-9, 1e-6]) {
      const put = option(['P', 10, 30, rate, 0, 2, 0.05]);
      expect(Math.abs(americanPrice(put) - european(put))).toBeLessThanOrEqual(30 * rate * 0.05 + 1e-12);
    }
  });

  it('at expiry: intrinsic value', () => {
    expect(americanPrice(option(['P', 100, 120, 0.05, 0, 0.25, 0]))).toBeCloseTo(20, 12);
    expect(americanPrice(option(['C', 100, 120, 0.05, 0, 0.25, 0]))).toBe(0);
  });

  // Figures of QuantLib's testQdAmericanEngines (BSD).
  it.each([
    [['C', 100, 50, 0.05, 0.01, 0, 1], 51.44351214988111, 1e-10],
    [['P', 100, 120, 0.01, 0.5, 0, 40], 108.9809045611846, 1e-10],
    [['P', 100, 120, 0.01, 0.5, 1e-6, 40], 108.98092036570044, 1e-4],
    [['P', 100, 120, 0.05, 0.01, 1e-7, 1], 20, 1e-9],
    [['P', 100, 120, 0, 0.05, 1e-7, 1], 24.877057549928608, 1e-8],
    [['P', 0, 120, -0.075, 0.05, 0.25, 1], 129.34609810615578, 1e-10],
    [['P', 100, 0, 0.02, 0.02, 0.25, 1], 0, 1e-14],
    [['C', 100, 0, 0.05, 0.01, 0.25, 1], 100, 1e-11],
    [['C', 0, 100, 0.05, 0.025, 0, 1], 0, 1e-14],
    [['P', 0, 0, 0, 0, 0, 1], 0, 1e-14],
    [['C', 1e10, 100, 0.01, 0.05, 0.25, 1], 9999999900, 1e-4],
    [['C', 100, 1e10, 0.01, 0.05, 0.25, 1], 0, 1e-14],
  ] as readonly (readonly [Row, number, number])[])('%j', (row, value, tolerance) => {
    expect(Math.abs(americanPrice(option(row)) - value)).toBeLessThan(tolerance);
  });

  it('two boundaries: the tree, against an 8,000-step Cox-Ross-Rubinstein tree in numpy', () => {
    expect(Math.abs(americanPrice(option(['P', 100, 100, -0.01, -0.04, 0.2, 2])) - 9.31745)).toBeLessThan(1e-3);
    expect(Math.abs(americanPrice(option(['P', 90, 100, -0.01, -0.04, 0.2, 2])) - 14.294)).toBeLessThan(1e-3);
    expect(Math.abs(americanPrice(option(['C', 100, 100, -0.04, -0.01, 0.2, 2])) - 9.31745)).toBeLessThan(1e-3);
    expect(americanPrice(option(['P', 0, 100, -0.01, -0.04, 0.2, 2]))).toBeCloseTo(100 * Math.exp(0.02), 10);
  });

  it('throws for what is no option', () => {
    expect(() => americanPrice(option(['P', -1, 100, 0, 0, 0.2, 1]))).toThrow('a spot of -1');
    expect(() => americanPrice(option(['P', 1, Number.NaN, 0, 0, 0.2, 1]))).toThrow('unusable terms');
    expect(() => americanPrice(option(['P', 1, 1, 0, 0, -0.2, 1]))).toThrow('unusable terms');
    expect(() => americanPrice(option(['P', 1, 1, Number.POSITIVE_INFINITY, 0, 0.2, 1]))).toThrow('unusable terms');
  });
});
