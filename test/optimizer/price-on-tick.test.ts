import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOnTick } from '../../src/optimizer/price-on-tick.js';

describe('priceOnTick', () => {
  it.each([
    [0.0047, 0.0005, 1, 0.005],
    [0.0047, 0.0005, -1, 0.0045],
    [60_000.3, 0.5, 1, 60_000.5],
    [60_000.3, 0.5, -1, 60_000],
    [-2.3, 0.5, 1, -2],
    [-2.3, 0.5, -1, -2.5],
    [0.0003, 0.0005, -1, 0],
  ] as const)('%d on ticks of %d is, in direction %d, %d', (price, tick, direction, expected) => {
    expect(priceOnTick(price, tick, direction)).toBe(expected);
  });

  it('leaves a price on its tick as it is, whatever binary fractions make of it', () => {
    for (let k = 1; k <= 5000; k++) {
      const price = Number((k * 0.0005).toFixed(4));
      expect(priceOnTick(price, 0.0005, 1)).toBe(price);
      expect(priceOnTick(price, 0.0005, -1)).toBe(price);
    }
    expect(priceOnTick(123_456.78, 0.01, 1)).toBe(123_456.78);
    expect(priceOnTick(98_765.4321, 1e-8, -1)).toBe(98_765.4321);
  });

  it('leaves every price where no tick is known', () => {
    expect(priceOnTick(0.123456789, null, 1)).toBe(0.123456789);
  });

  it('is never better than the price, less than a tick away, and stays when done again', () => {
    const steps = fc.constantFrom(0.0001, 0.0005, 0.01, 0.05, 0.25, 1, 5);
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e5, noNaN: true }), steps, fc.constantFrom(1, -1), (price, tick, d) => {
        const direction = d as 1 | -1;
        const placed = priceOnTick(price, tick, direction);
        expect((placed - price) * direction).toBeGreaterThanOrEqual(0);
        expect((placed - price) * direction).toBeLessThan(tick * (1 + 1e-9));
        expect(priceOnTick(placed, tick, direction)).toBe(placed);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
