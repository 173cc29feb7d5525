import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardPrice } from '../../../src/margin/derive/standard-price.js';
import { black76 } from '../../../src/pricing/index.js';

const RUNS = { seed: 20260121, numRuns: 300 };

describe('the price of an option', () => {
  it('is that of a published case: a BTC call, 9.2 days, worth 1186.418569458766', () => {
    // derivexyz/v2-core, PMRM_2 case 13: two such calls short are worth -2372.8371389175313; volatility from its curve.
    const years = 794_852 / (365 * 86_400);
    const price = standardPrice(
      'C',
      95776.67392708939,
      100_000,
      0.453803924321583 * Math.sqrt(years),
      Math.exp(-0.15 * years),
    );
    expect(price).toBeCloseTo(2372.8371389175313 / 2, 6);
  });

  it('is the textbook price, by another formula and other code', () => {
    const level = fc.double({ min: 1, max: 1e5, noNaN: true });
    const deviation = fc.double({ min: 1e-3, max: 3, noNaN: true });
    const rightOf = fc.constantFrom('C' as const, 'P' as const);
    fc.assert(
      fc.property(rightOf, level, level, deviation, (right, forward, strike, stdDev) => {
        const theirs = black76(right, forward, strike, stdDev, 0.97);
        expect(Math.abs(standardPrice(right, forward, strike, stdDev, 0.97) - theirs)).toBeLessThan(
          1e-13 * (forward + strike),
        );
      }),
      RUNS,
    );
  });

  it('is intrinsic value without time, discounted', () => {
    expect(standardPrice('C', 120, 100, 0, 0.5)).toBeCloseTo(10, 12);
    expect(standardPrice('P', 120, 100, 0, 0.5)).toBe(0);
    expect(standardPrice('P', 80, 100, 0, 1)).toBeCloseTo(20, 12);
    expect(standardPrice('C', 100, 100, 0, 1)).toBe(0);
  });

  it('is the forward or the strike from 24 standard deviations, and never more', () => {
    expect(standardPrice('C', 120, 100, 24, 0.9)).toBe(108);
    expect(standardPrice('P', 120, 100, 24, 0.9)).toBeCloseTo(90, 12);
    expect(standardPrice('P', 120, 100, 23.9, 0.9)).toBeLessThanOrEqual(90);
  });

  it.each([
    ['C', 100, 0, 90],
    ['P', 100, 0, 0],
    ['C', 0, 100, 0],
    ['P', 0, 100, 90],
  ] as const)('%s with forward %d and strike %d is %d', (right, forward, strike, expected) => {
    expect(standardPrice(right, forward, strike, 0.3, 0.9)).toBe(expected);
  });
});
