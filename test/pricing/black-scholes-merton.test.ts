import { describe, expect, it } from 'vitest';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';
import { blackScholesMertonColumns } from '../../src/pricing/black-scholes-merton-columns.js';
import { black76 } from '../../src/pricing/black76.js';

/**
 * Right, strike, spot, yield, rate, years, volatility, price: E. G. Haug, "Option pricing formulas" (1998), as carried in
 * QuantLib test-suite/europeanoption.cpp, with time in plain years. Printed to four decimals.
 */
const HAUG = [
  ['C', 65, 60, 0, 0.08, 0.25, 0.3, 2.1334],
  ['P', 95, 100, 0.05, 0.1, 0.5, 0.2, 2.4648],
  ['P', 19, 19, 0.1, 0.1, 0.75, 0.28, 1.7011],
  ['C', 19, 19, 0.1, 0.1, 0.75, 0.28, 1.7011],
  ['C', 1.6, 1.56, 0.08, 0.06, 0.5, 0.12, 0.0291],
  ['P', 70, 75, 0.05, 0.1, 0.5, 0.35, 4.087],
  ['C', 100, 90, 0.1, 0.1, 0.1, 0.15, 0.0205],
  ['C', 100, 100, 0.1, 0.1, 0.1, 0.15, 1.8734],
  ['C', 100, 110, 0.1, 0.1, 0.1, 0.15, 9.9413],
  ['C', 100, 90, 0.1, 0.1, 0.1, 0.25, 0.315],
  ['C', 100, 100, 0.1, 0.1, 0.1, 0.25, 3.1217],
  ['C', 100, 110, 0.1, 0.1, 0.1, 0.25, 10.3556],
  ['C', 100, 90, 0.1, 0.1, 0.1, 0.35, 0.9474],
  ['C', 100, 100, 0.1, 0.1, 0.1, 0.35, 4.3693],
  ['C', 100, 110, 0.1, 0.1, 0.1, 0.35, 11.1381],
  ['C', 100, 90, 0.1, 0.1, 0.5, 0.15, 0.8069],
  ['C', 100, 100, 0.1, 0.1, 0.5, 0.15, 4.0232],
  ['C', 100, 110, 0.1, 0.1, 0.5, 0.15, 10.5769],
  ['C', 100, 90, 0.1, 0.1, 0.5, 0.25, 2.7026],
  ['C', 100, 100, 0.1, 0.1, 0.5, 0.25, 6.6997],
  ['C', 100, 110, 0.1, 0.1, 0.5, 0.25, 12.7857],
  ['C', 100, 90, 0.1, 0.1, 0.5, 0.35, 4.9329],
  ['C', 100, 100, 0.1, 0.1, 0.5, 0.35, 9.3679],
  ['C', 100, 110, 0.1, 0.1, 0.5, 0.35, 15.3086],
  ['P', 100, 90, 0.1, 0.1, 0.1, 0.15, 9.921],
  ['P', 100, 100, 0.1, 0.1, 0.1, 0.15, 1.8734],
  ['P', 100, 110, 0.1, 0.1, 0.1, 0.15, 0.0408],
  ['P', 100, 90, 0.1, 0.1, 0.1, 0.25, 10.2155],
  ['P', 100, 100, 0.1, 0.1, 0.1, 0.25, 3.1217],
  ['P', 100, 110, 0.1, 0.1, 0.1, 0.25, 0.4551],
  ['P', 100, 90, 0.1, 0.1, 0.1, 0.35, 10.8479],
  ['P', 100, 100, 0.1, 0.1, 0.1, 0.35, 4.3693],
  ['P', 100, 110, 0.1, 0.1, 0.1, 0.35, 1.2376],
  ['P', 100, 90, 0.1, 0.1, 0.5, 0.15, 10.3192],
  ['P', 100, 100, 0.1, 0.1, 0.5, 0.15, 4.0232],
  ['P', 100, 110, 0.1, 0.1, 0.5, 0.15, 1.0646],
  ['P', 100, 90, 0.1, 0.1, 0.5, 0.25, 12.2149],
  ['P', 100, 100, 0.1, 0.1, 0.5, 0.25, 6.6997],
  ['P', 100, 110, 0.1, 0.1, 0.5, 0.25, 3.2734],
  ['P', 100, 90, 0.1, 0.1, 0.5, 0.35, 14.4452],
  ['P', 100, 100, 0.1, 0.1, 0.5, 0.35, 9.3679],
  ['P', 100, 110, 0.1, 0.1, 0.5, 0.35, 5.7963],
  ['C', 40, 42, 0.08, 0.04, 0.75, 0.35, 5.0975],
] as const;

describe('blackScholesMerton', () => {
  it.each(HAUG)(
    '%s strike %d spot %d yield %d rate %d years %d volatility %d',
    (right, strike, spot, q, r, years, vol, price) => {
      expect(Math.abs(blackScholesMerton(right, spot, strike, vol, years, r, q) - price)).toBeLessThan(1e-4);
    },
  );

  it('with the yield equal to the rate is Black-76 on the spot', () => {
    const price = blackScholesMerton('C', 100, 110, 0.4, 0.5, 0.07, 0.07);
    expect(price).toBe(black76('C', 100, 110, 0.4 * Math.sqrt(0.5), Math.exp(-0.035)));
  });

  it('takes negative rates', () => {
    const call = blackScholesMerton('C', 100, 100, 0.2, 1, -0.01, 0);
    const put = blackScholesMerton('P', 100, 100, 0.2, 1, -0.01, 0);
    expect(call - put).toBeCloseTo(100 - 100 * Math.exp(0.01), 12);
  });
});

describe('blackScholesMertonColumns', () => {
  const column = (k: number) => Float64Array.from(HAUG, (row) => Number(row[k]));
  const columns = {
    rights: Int8Array.from(HAUG, ([right]) => (right === 'C' ? 1 : -1)),
    strikes: column(1),
    spots: column(2),
    dividendYields: column(3),
    rates: column(4),
    ttmYears: column(5),
    volatilities: column(6),
  };

  it('prices every row as one by one', () => {
    const out = new Float64Array(HAUG.length);
    blackScholesMertonColumns(out, columns);
    HAUG.forEach(([right, strike, spot, q, r, years, vol], i) => {
      const single = blackScholesMerton(right, spot, strike, vol, years, r, q);
      expect(Math.abs(out[i]! - single)).toBeLessThan(2e-15 * Math.max(spot, strike));
    });
  });

  it('refuses a short column or output, and writes nothing then', () => {
    const out = new Float64Array(HAUG.length);
    expect(() => blackScholesMertonColumns(out, { ...columns, rates: new Float64Array(3) })).toThrow(RangeError);
    expect(() => blackScholesMertonColumns(new Float64Array(1), columns)).toThrow(RangeError);
    expect(out.every((price) => price === 0)).toBe(true);
  });
});
