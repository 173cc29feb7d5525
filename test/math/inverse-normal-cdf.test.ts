import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseNormalCdf } from '../../src/math/inverse-normal-cdf.js';
import { normalCdf, normalPdf } from '../../src/math/normal-distribution.js';

/** p and the root of N(x) = p by mpmath 1.3 at 60 digits; p is the double nearest to what is written. */
const REFERENCE = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-30, -11.464024688443615],
  [1e-10, -6.361340902404056],
  [1e-5, -4.264890793922825],
  [0.001, -3.090232306167814],
  [0.02425, -1.972961051311885],
  [0.075, -1.439531470938456],
  [0.2, -0.8416212335729142],
  [0.4, -0.2533471031357997],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446006],
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
] as const;

describe('inverseNormalCdf', () => {
  it.each(REFERENCE)('at %d', (probability, x) => {
    expect(Math.abs(inverseNormalCdf(probability) / x - 1)).toBeLessThan(1.5e-15);
  });

  it('is 0 at one half and infinite at the ends', () => {
    expect(inverseNormalCdf(0.5)).toBe(0);
    expect(inverseNormalCdf(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(inverseNormalCdf(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('undoes normalCdf wherever the probability tells x apart', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
        const probability = normalCdf(x);
        // What a rounding of the probability does to x, plus a few roundings of x itself.
        const resolution = (2 * Number.EPSILON * probability) / normalPdf(x) + 1e-15 * Math.abs(x);
        expect(Math.abs(inverseNormalCdf(probability) - x)).toBeLessThanOrEqual(2 * resolution);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it.each([-1e-9, 1.0000001, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (probability) => {
    expect(() => inverseNormalCdf(probability)).toThrow(RangeError);
  });
});
