import { describe, expect, it } from 'vitest';
import { americanPrice } from '../../src/pricing/american-option.js';
import { americanScenarios } from '../../src/pricing/american-scenarios.js';
import { americanValuer } from '../../src/pricing/american-valuer.js';

const FACTORS = Float64Array.from({ length: 21 }, (_, i) => 0.8 + 0.02 * i);
const PUT = { right: 'P', spot: 100, strike: 105, rate: 0.04, dividendYield: 0.01, ttmYears: 0.5 } as const;

function grid(volatilities: readonly number[]) {
  const spotFactors = Float64Array.from(volatilities.flatMap(() => [...FACTORS]));
  const vols = Float64Array.from(volatilities.flatMap((volatility) => Array.from(FACTORS, () => volatility)));
  return { spotFactors, vols };
}

describe('americanScenarios', () => {
  it('are the prices one by one', () => {
    for (const right of ['C', 'P'] as const) {
      const { spotFactors, vols } = grid([0.2, 0.35, 0.15]);
      const out = new Float64Array(63);
      americanScenarios(out, 0, { ...PUT, right, dividendYield: 0.05 }, spotFactors, vols, 'accurate');
      out.forEach((price, s) => {
        const option = { ...PUT, right, dividendYield: 0.05, spot: 100 * spotFactors[s]!, volatility: vols[s]! };
        expect(price).toBe(americanPrice(option));
      });
    }
  });

  it('write at the offset and nowhere else', () => {
    const out = new Float64Array(5).fill(-1);
    americanScenarios(out, 2, PUT, Float64Array.of(1, 0.9), Float64Array.of(0.2, 0.2));
    expect([out[0], out[1], out[4]]).toEqual([-1, -1, -1]);
    expect(out[3]).toBeGreaterThan(out[2]!);
  });

  it('value an option on a future, with the rate for its yield, at any order of volatilities', () => {
    const future = { right: 'C', spot: 3200, strike: 3250, rate: 0.016, dividendYield: 0.016, ttmYears: 0.1 } as const;
    const out = new Float64Array(4);
    const vols = Float64Array.of(0.2, 0.1, 0.2, 0.1);
    americanScenarios(out, 0, future, Float64Array.of(1, 1, 1, 1), vols);
    expect([out[2], out[3]]).toEqual([out[0], out[1]]);
    expect(out[0]).toBeGreaterThan(out[1]!);
  });

  it('are decreasing in spot for a put and never below intrinsic value', () => {
    const { spotFactors, vols } = grid([0.25]);
    const out = new Float64Array(21);
    americanScenarios(out, 0, PUT, spotFactors, vols);
    out.forEach((price, s) => {
      expect(price).toBeGreaterThanOrEqual(Math.max(0, 105 - 100 * spotFactors[s]!));
      if (s > 0) expect(price).toBeLessThan(out[s - 1]!);
    });
  });

  it('throw when the arrays do not fit', () => {
    const one = Float64Array.of(1);
    expect(() => americanScenarios(new Float64Array(1), 0, PUT, FACTORS, one)).toThrow(RangeError);
    expect(() => americanScenarios(new Float64Array(1), 1, PUT, one, one)).toThrow('1 spots, 1 volatilities, 0 places');
  });
});

describe('americanValuer', () => {
  it('is convex in spot, also across the boundary', () => {
    const value = americanValuer({ ...PUT, volatility: 0.3 });
    for (let spot = 60; spot < 160; spot += 0.5) {
      expect(value(spot - 0.5) - 2 * value(spot) + value(spot + 0.5)).toBeGreaterThan(-1e-8);
    }
  });

  it('leaves intrinsic value smoothly', () => {
    const value = americanValuer({ ...PUT, volatility: 0.3 });
    let spot = 60;
    while (value(spot) <= 105 - spot) spot += 0.01;
    expect((value(spot + 0.01) - value(spot)) / 0.01).toBeCloseTo(-1, 2);
  });
});
