import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otmFraction } from '../../src/pricing/otm-fraction.js';

/** |ln(F/K)|, sigma sqrt(T) and N(-x/s + s/2) - e^x N(-x/s - s/2) by mpmath 1.3 at 60 digits. */
const REFERENCE = [
  [0, 0.2, 0.07965567455405796],
  [0, 0.0001, 3.989422802352067e-5],
  [0.001, 0.01, 0.0035110920258420984],
  [0.05, 0.02, 4.1095733410213195e-5],
  [0.3, 0.1, 4.435197882025088e-5],
  [0.3, 0.4, 0.060258068101008956],
  [1, 0.15, 4.643844495026251e-13],
  [2, 0.3, 1.5189170522989388e-12],
  [3, 0.1, 7.304806101754676e-200],
  [0.7, 0.019, 1.4295799379966306e-300],
  [0.001, 4e-5, 4.877626387816597e-144],
  [1.5, 3, 0.7393857283676394],
  [0.2, 5, 0.9862833736505514],
  [0.62, 0.124, 9.02222774720765e-9],
  [0.0199, 0.199, 0.07040418131066767],
  [0.02, 0.2, 0.07076019176652631],
  [2.96, 0.08, 5.426044630064798e-302],
] as const;

const distance = fc.double({ min: 0, max: 3, noNaN: true });
const stdDev = fc.double({ min: 1e-3, max: 5, noNaN: true });

describe('otmFraction', () => {
  it.each(REFERENCE)('at distance %d, deviation %d, keeps its relative accuracy', (x, s, fraction) => {
    // Beyond a few ulps, what rounding of x/s does to the exponential.
    const tolerance = 3e-14 + 2e-16 * (x / s) ** 2;
    expect(Math.abs(otmFraction(x, s) / fraction - 1)).toBeLessThan(tolerance);
  });

  it('meets itself at the seams of its three ways of computing', () => {
    // The deviation 0.2 parts series and subtraction, distance 5 x deviation the two directions of the series.
    for (const x of [0.01, 0.3, 0.9, 3]) {
      const below = otmFraction(x, 0.2 * (1 - 1e-15));
      expect(Math.abs(otmFraction(x, 0.2) / below - 1)).toBeLessThan(5e-13);
    }
    for (const s of [0.001, 0.05, 0.19]) {
      const below = otmFraction(5 * s * (1 - 1e-15), s);
      expect(Math.abs(otmFraction(5 * s * (1 + 1e-15), s) / below - 1)).toBeLessThan(2e-13);
    }
  });

  it('lies within 0 and 1, rises with the deviation and falls with the distance', () => {
    fc.assert(
      fc.property(distance, stdDev, (x, s) => {
        const fraction = otmFraction(x, s);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        expect(otmFraction(x, s * 1.001)).toBeGreaterThanOrEqual(fraction);
        expect(otmFraction(x + 0.001, s)).toBeLessThanOrEqual(fraction);
      }),
      { seed: 21, numRuns: 3000 },
    );
  });

  it('has the known limits', () => {
    expect(otmFraction(0.5, 0)).toBe(0);
    expect(otmFraction(0, 0)).toBe(0);
    expect(otmFraction(Number.POSITIVE_INFINITY, 1)).toBe(0);
    expect(otmFraction(1, Number.POSITIVE_INFINITY)).toBe(1);
    expect(otmFraction(1, Number.MIN_VALUE)).toBe(0);
    expect(otmFraction(0.1, Number.NaN)).toBeNaN();
    // At the money it is 2 N(s/2) - 1, which is s / sqrt(2 pi) for a small deviation.
    expect(otmFraction(0, 1e-12) / (1e-12 / Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 14);
  });
});
