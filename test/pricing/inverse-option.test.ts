import { describe, expect, it } from 'vitest';
import { inverseOptionPrice, inverseOptionScenarios } from '../../src/pricing/inverse-option.js';
import { DERIBIT_QUOTES } from './deribit-quotes.js';

describe('inverseOptionPrice', () => {
  it.each(DERIBIT_QUOTES)('$right $strike at $underlyingPrice is the venue mark of $mark coin', (quote) => {
    const stdDev = (quote.markIv / 100) * Math.sqrt(quote.ttmYears);
    const price = inverseOptionPrice(quote.right, quote.underlyingPrice, quote.strike, stdDev);
    // The mark is rounded to 1e-4, and the underlying moved by a few dollars since it was made.
    expect(Math.abs(price - quote.mark)).toBeLessThan(8e-5);
  });

  it('is Black-76 in coin', () => {
    // mpmath 1.3: (F N(d1) - K N(d2)) / F at F 65000, K 70000, deviation 0.12
    expect(inverseOptionPrice('C', 65_000, 70_000, 0.12)).toBeCloseTo(0.02039128420447127, 15);
    expect(inverseOptionPrice('P', 65_000, 70_000, 0.12)).toBeCloseTo(0.0973143611275482, 15);
  });

  it('never makes a call worth more than one coin', () => {
    expect(inverseOptionPrice('C', 65_000, 1, 3)).toBeLessThanOrEqual(1);
    expect(inverseOptionPrice('C', 65_000, 0, 0.5)).toBe(1);
  });

  it.each([0, -1, Number.NaN])('refuses a forward of %d', (forward) => {
    expect(() => inverseOptionPrice('C', forward, 100, 0.2)).toThrow(RangeError);
  });
});

describe('inverseOptionScenarios', () => {
  const factors = Float64Array.of(0.7, 1, 1.4);
  const stdDevs = Float64Array.of(0.2, 0.12, 0);

  it('prices in coin at the forward of each scenario', () => {
    const out = new Float64Array(4).fill(9);
    inverseOptionScenarios(out, 1, 'P', 65_000, 70_000, factors, stdDevs, factors.map(Math.log));
    expect(out[0]).toBe(9);
    expect(out[1]).toBeCloseTo(inverseOptionPrice('P', 45_500, 70_000, 0.2), 14);
    expect(out[2]).toBeCloseTo(0.0973143611275482, 14);
    expect(out[3]).toBe(0);
  });

  it('turns into money at that forward: a deep call is the coin less the strike', () => {
    const out = new Float64Array(3);
    inverseOptionScenarios(out, 0, 'C', 65_000, 1000, factors, stdDevs);
    factors.forEach((factor, s) => {
      expect(out[s]! * 65_000 * factor).toBeCloseTo(65_000 * factor - 1000, 8);
    });
  });

  it('refuses a scenario that leaves no price', () => {
    const out = new Float64Array(3);
    expect(() => inverseOptionScenarios(out, 0, 'C', 65_000, 1000, Float64Array.of(1, 0, 1), stdDevs)).toThrow(
      /scenario 1/,
    );
  });
});
