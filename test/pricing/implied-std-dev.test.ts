import { describe, expect, it } from 'vitest';
import { brent } from '../../src/math/brent.js';
import { inverseNormalCdf } from '../../src/math/inverse-normal-cdf.js';
import { seededRandom } from '../../src/math/seeded-random.js';
import { impliedStdDev } from '../../src/pricing/implied-std-dev.js';
import { otmFraction } from '../../src/pricing/otm-fraction.js';

describe('impliedStdDev', () => {
  it('at the money has a closed form, twice the normal quantile of (1 + fraction) / 2', () => {
    for (const fraction of [0.001, 0.08, 0.3, 0.49, 0.5, 0.51, 0.8, 0.99]) {
      const { stdDev } = impliedStdDev(fraction, 0);
      expect(Math.abs(stdDev / (2 * inverseNormalCdf(0.5 + fraction / 2)) - 1)).toBeLessThan(2e-13);
    }
    expect(impliedStdDev(1e-20, 0).stdDev / (1e-20 * Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 14);
  });

  it('agrees with a bracketing root finder', () => {
    const random = seededRandom(81);
    for (let i = 0; i < 300; i++) {
      const distance = 2 * random.uniform();
      const fraction = otmFraction(distance, 0.02 + 2 * random.uniform());
      if (fraction < 1e-280) continue;
      const search = brent((s) => Math.log(otmFraction(distance, s) / fraction), { from: 0.018, to: 2.1 });
      if (search.status === 'failed') continue;
      expect(Math.abs(impliedStdDev(fraction, distance).stdDev / search.root - 1)).toBeLessThan(1e-12);
    }
  });

  it('takes either scale at the inflection, sqrt(2 distance), without a jump', () => {
    for (const distance of [1e-6, 0.01, 0.5, 3]) {
      const inflection = Math.sqrt(2 * distance);
      for (const nudge of [1 - 1e-9, 1 - 1e-15, 1, 1 + 1e-15, 1 + 1e-9]) {
        const { stdDev } = impliedStdDev(otmFraction(distance, inflection * nudge), distance);
        expect(Math.abs(stdDev / (inflection * nudge) - 1)).toBeLessThan(1e-13);
      }
    }
  });

  it('needs few prices', () => {
    const random = seededRandom(82);
    let total = 0;
    for (let i = 0; i < 2000; i++) {
      const stdDev = 0.01 * 100 ** random.uniform();
      const distance = 5 * stdDev * random.uniform();
      total += impliedStdDev(otmFraction(distance, stdDev), distance).evaluations;
    }
    expect(total / 2000).toBeLessThan(4.5);
  });
});
