import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { black76 } from '../../src/pricing/black76.js';

/** Right, strike, forward, deviation, discount, value: QuantLib test-suite/blackformula.cpp and its blackFormula. */
const QUANTLIB = [
  ['C', 100, 100, 0.2, 1, 7.965567455405804],
  ['P', 100, 100, 0.2, 1, 7.965567455405804],
  ['C', 90, 100, 0.2, 1, 13.589108116054803],
  ['P', 110, 100, 0.2, 1, 14.292010941409899],
  ['C', 110, 100, 0.2, 1, 4.292010941409885],
  ['P', 90, 100, 0.2, 1, 3.589108116054806],
  ['C', 100, 100, 0, 1, 0],
  ['P', 100, 100, 0, 1, 0],
] as const;

/** Right, forward, strike, deviation, discount, value far out of the money: mpmath 1.3 at 60 digits. */
const DEEP = [
  ['C', 100, 250, 0.1, 0.9, 3.829755338622029e-20],
  ['P', 65000, 20000, 0.05, 1, 2.771895811426108e-121],
  ['C', 65000, 70000, 0.0032, 1, 5.510976516025061e-118],
  ['P', 100, 99, 0.0003, 0.99, 2.0437564144943722e-249],
  ['C', 1, 3000, 0.25, 1, 1.0206587406183967e-225],
  ['C', 60745, 200000, 0.11, 1, 1.3196386641563135e-24],
] as const;

const price = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const deviation = fc.double({ min: 0, max: 4, noNaN: true });
const discountFactor = fc.double({ min: 0.1, max: 1.2, noNaN: true });

describe('black76', () => {
  it.each(QUANTLIB)('%s strike %d forward %d deviation %d', (right, strike, forward, stdDev, discount, value) => {
    expect(Math.abs(black76(right, forward, strike, stdDev, discount) - value)).toBeLessThan(1e-8);
  });

  it.each(DEEP)(
    '%s forward %d strike %d deviation %d keeps its digits',
    (right, forward, strike, stdDev, discount, value) => {
      const z = Math.log(forward / strike) / stdDev;
      const tolerance = 3e-14 + 3e-16 * z * z;
      expect(Math.abs(black76(right, forward, strike, stdDev, discount) / value - 1)).toBeLessThan(tolerance);
    },
  );

  it('obeys put-call parity', () => {
    fc.assert(
      fc.property(price, price, deviation, discountFactor, (forward, strike, stdDev, discount) => {
        const call = black76('C', forward, strike, stdDev, discount);
        const put = black76('P', forward, strike, stdDev, discount);
        const scale = discount * Math.max(forward, strike);
        expect(Math.abs(call - put - discount * (forward - strike))).toBeLessThanOrEqual(1e-15 * scale);
      }),
      { seed: 31, numRuns: 3000 },
    );
  });

  it('lies between intrinsic value and the forward (call) or the strike (put), discounted', () => {
    fc.assert(
      fc.property(price, price, deviation, discountFactor, (forward, strike, stdDev, discount) => {
        const call = black76('C', forward, strike, stdDev, discount);
        const put = black76('P', forward, strike, stdDev, discount);
        expect(call).toBeGreaterThanOrEqual(discount * Math.max(0, forward - strike));
        expect(put).toBeGreaterThanOrEqual(discount * Math.max(0, strike - forward));
        expect(call).toBeLessThanOrEqual(discount * forward * (1 + 1e-15));
        expect(put).toBeLessThanOrEqual(discount * strike * (1 + 1e-15));
      }),
      { seed: 32, numRuns: 3000 },
    );
  });

  it('is homogeneous: twice the forward and strike, twice the price, to the last bit', () => {
    fc.assert(
      fc.property(price, price, deviation, (forward, strike, stdDev) => {
        const single = black76('C', forward, strike, stdDev, 0.9);
        expect(black76('C', 2 * forward, 2 * strike, stdDev, 0.9)).toBe(2 * single);
      }),
      { seed: 33, numRuns: 1000 },
    );
  });

  it('has the known limits', () => {
    const { POSITIVE_INFINITY } = Number;
    expect(black76('C', 110, 100, 0, 0.5)).toBe(5);
    expect(black76('P', 110, 100, 0, 0.5)).toBe(0);
    expect(black76('C', 110, 0, 0.3, 0.5)).toBe(55);
    expect(black76('P', 110, 0, 0.3, 0.5)).toBe(0);
    expect(black76('C', 0, 100, 0.3, 0.5)).toBe(0);
    expect(black76('P', 0, 100, 0.3, 0.5)).toBe(50);
    expect(black76('C', 0, 0, 0, 1)).toBe(0);
    expect(black76('C', 110, 100, POSITIVE_INFINITY, 0.5)).toBeCloseTo(55, 13);
    expect(black76('P', 110, 100, POSITIVE_INFINITY, 0.5)).toBeCloseTo(50, 13);
    expect(black76('C', POSITIVE_INFINITY, 100, 0.2, 1)).toBe(POSITIVE_INFINITY);
    expect(black76('P', POSITIVE_INFINITY, 100, 0.2, 1)).toBe(0);
    expect(black76('C', 100, POSITIVE_INFINITY, 0.2, 1)).toBe(0);
  });

  it('is finite and not negative for any finite input, extreme ones included', () => {
    const any = fc.double({ min: 0, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('C', 'P'), any, any, any, fc.double({ min: 0, max: 2, noNaN: true }), (...terms) => {
        const value = black76(...(terms as [right: 'C' | 'P', f: number, k: number, s: number, d: number]));
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
      }),
      { seed: 34, numRuns: 3000 },
    );
  });

  it('answers NaN to NaN and to a negative argument', () => {
    for (const position of [1, 2, 3, 4]) {
      for (const bad of [Number.NaN, -1]) {
        const terms: [right: 'C' | 'P', f: number, k: number, s: number, d: number] = ['C', 100, 100, 0.2, 1];
        terms[position] = bad;
        expect(black76(...terms)).toBeNaN();
      }
    }
  });
});
