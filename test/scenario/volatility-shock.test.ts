import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shockedVolatility, type VolatilityShock } from '../../src/scenario/index.js';

const SHOCK: VolatilityShock = {
  rangeUp: 0.5,
  rangeDown: 0.25,
  referenceDays: 30,
  shortTermPower: 0.3,
  longTermPower: 0.13,
  minDays: 1,
  minVolatility: 0.05,
};

/**
 * Tenor powers by hand: (30/7)^0.3 = e^(0.3 x 1.455287) = 1.547416; 30^0.3 = e^(0.3 x 3.401197) = 2.774191;
 * (30/120)^0.13 = e^(-0.13 x 1.386294) = 0.835088; (30/365)^0.13 = e^(-0.13 x 2.498700) = 0.722649.
 */
const TENORS: [number, number][] = [
  [30, 1],
  [7, 1.547416],
  [1, 2.774191],
  [0.25, 2.774191],
  [120, 0.835088],
  [365, 0.722649],
];

describe('a volatility move', () => {
  it.each(TENORS)('at %d days counts %d times', (days, power) => {
    expect(shockedVolatility(0.4, days, 'up', SHOCK)).toBeCloseTo(0.4 * (1 + 0.5 * power), 6);
    expect(shockedVolatility(0.4, days, 'down', SHOCK)).toBeCloseTo(0.4 * (1 - 0.25 * power), 6);
    expect(shockedVolatility(0.4, days, 'none', SHOCK)).toBe(0.4);
  });

  it('does not jump at the reference tenor, where the power changes', () => {
    for (const move of ['up', 'down'] as const) {
      const before = shockedVolatility(0.4, 30 - 1e-9, move, SHOCK);
      expect(before).toBeCloseTo(shockedVolatility(0.4, 30, move, SHOCK), 9);
    }
  });

  it('ends at the floor: 0.06 x (1 - 0.25) = 0.045 is lifted to 0.05, and 0.03 x 1.5 = 0.045 as well', () => {
    expect(shockedVolatility(0.06, 30, 'down', SHOCK)).toBe(0.05);
    expect(shockedVolatility(0.03, 30, 'up', SHOCK)).toBe(0.05);
  });

  it('a fall leaves a volatility below the floor where it is', () => {
    expect(shockedVolatility(0.03, 30, 'down', SHOCK)).toBe(0.03);
    expect(shockedVolatility(0.03, 30, 'none', SHOCK)).toBe(0.03);
  });

  it('never turns negative, however far the range', () => {
    expect(shockedVolatility(0.8, 1, 'down', { ...SHOCK, rangeDown: 3 })).toBe(0.05);
  });

  it('orders down, none and up', () => {
    const volatility = fc.double({ min: 0.001, max: 5, noNaN: true });
    const days = fc.double({ min: 0.01, max: 2000, noNaN: true });
    fc.assert(
      fc.property(volatility, days, (iv, tenor) => {
        expect(shockedVolatility(iv, tenor, 'down', SHOCK)).toBeLessThanOrEqual(iv);
        expect(shockedVolatility(iv, tenor, 'up', SHOCK)).toBeGreaterThan(iv);
      }),
      { seed: 51, numRuns: 300 },
    );
  });
});
