import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bivariateNormalCdf } from '../../src/math/bivariate-normal.js';
import { normalCdf } from '../../src/math/normal-distribution.js';

/** x, y, correlation, probability: mpmath 1.3 at 30 digits, the integral over X of n(t) N((y - rho t)/sqrt(1 - rho^2)). */
const REFERENCE = [
  [3.004, -2.873, -0.9999999, 0.0007006939567960224],
  [-1.949, 1.957, -0.9999, 0.0006233502242121743],
  [2.349, 4.599, -0.99, 0.9905859239759107],
  [0.462, -0.438, -0.95, 0.050091167150644475],
  [3.998, -3.873, -0.93, 3.643621615190678e-5],
  [-4.466, 4.582, -0.9249, 2.9449398491799246e-6],
  [-3.818, 3.861, -0.8, 5.645241119804525e-5],
  [1.13, 1.348, -0.75, 0.7819497781833202],
  [-3.28, 3.234, -0.5, 0.0004943590025310058],
  [-0.165, 1.399, -0.3, 0.3812559028877543],
  [-2.849, -2.019, -0.1, 2.0906587413896844e-5],
  [3.318, -0.866, 1e-6, 0.19315747901103228],
  [-4.285, 4.531, 0.2, 9.136959269771629e-6],
  [0.111, -0.029, 0.3, 0.3139413717948164],
  [-4.651, 4.903, 0.6, 1.6516466439843604e-6],
  [-1.363, -1.241, 0.76, 0.04960228959779986],
  [3.003, 3.126, 0.9, 0.9982528510822255],
  [2.092, -4.529, 0.925, 2.9631749513960914e-6],
  [0.251, -4.352, 0.93, 6.745063105104887e-6],
  [0.806, -0.57, 0.97, 0.28433884888708905],
  [1.326, 1.109, 0.995, 0.8661838053386659],
  [1.695, 3.891, 0.99999, 0.9549622896089686],
  [-2.195, 2.256, 0.99999999, 0.014081798870737653],
] as const;

/** x, y and the probabilities at correlation 0, -0.5 and 0.5, six decimals: Haug (1998), table of M(a, b; rho), as in QuantLib. */
const HAUG = [
  [0, 0, 0.25, 0.166667, 0.333333],
  [0, -0.5, 0.154269, 0.08166, 0.226878],
  [0, 0.5, 0.345731, 0.273122, 0.41834],
  [-0.5, 0, 0.154269, 0.08166, 0.226878],
  [-0.5, -0.5, 0.095195, 0.036298, 0.163319],
  [-0.5, 0.5, 0.213342, 0.145218, 0.272239],
  [0.5, 0, 0.345731, 0.273122, 0.41834],
  [0.5, -0.5, 0.213342, 0.145218, 0.272239],
  [0.5, 0.5, 0.47812, 0.419223, 0.546244],
] as const;

const ANY = fc.double({ min: -8, max: 8, noNaN: true });
const CORRELATION = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  // Where the method changes, and where it is at its hardest.
  fc.constantFrom(-1, -0.999999, -0.925, -0.92499999, -0.75, -0.3, 0, 1e-12, 0.3, 0.75, 0.92499999, 0.925, 0.999999, 1),
);

describe('bivariateNormalCdf', () => {
  it.each(REFERENCE)('at %d, %d with correlation %d', (x, y, correlation, probability) => {
    expect(Math.abs(bivariateNormalCdf(x, y, correlation) - probability)).toBeLessThan(1e-15);
  });

  it.each(HAUG)('at %d, %d as printed', (x, y, none, negative, positive) => {
    expect(Math.abs(bivariateNormalCdf(x, y, 0) - none)).toBeLessThan(1e-6);
    expect(Math.abs(bivariateNormalCdf(x, y, -0.5) - negative)).toBeLessThan(1e-6);
    expect(Math.abs(bivariateNormalCdf(x, y, 0.5) - positive)).toBeLessThan(1e-6);
  });

  it('at the origin is Sheppard’s 1/4 + asin(rho) / 2 pi', () => {
    for (let correlation = -1; correlation <= 1; correlation += 1 / 128) {
      const sheppard = 0.25 + Math.asin(correlation) / (2 * Math.PI);
      expect(Math.abs(bivariateNormalCdf(0, 0, correlation) - sheppard)).toBeLessThan(1e-15);
    }
  });

  it('is symmetric, and its four quadrants make one', () => {
    fc.assert(
      fc.property(ANY, ANY, CORRELATION, (x, y, correlation) => {
        const low = bivariateNormalCdf(x, y, correlation);
        expect(Math.abs(low - bivariateNormalCdf(y, x, correlation))).toBeLessThan(1e-15);
        const beside = bivariateNormalCdf(-x, y, -correlation);
        expect(Math.abs(low + beside - normalCdf(y))).toBeLessThan(2e-15);
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('rises with the correlation and stays within the bounds of Fréchet', () => {
    fc.assert(
      fc.property(ANY, ANY, CORRELATION, CORRELATION, (x, y, one, other) => {
        const less = bivariateNormalCdf(x, y, Math.min(one, other));
        const more = bivariateNormalCdf(x, y, Math.max(one, other));
        expect(more - less).toBeGreaterThan(-2e-15);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(less - (normalCdf(x) + normalCdf(y) - 1)).toBeGreaterThan(-2e-15);
        expect(more).toBeLessThanOrEqual(Math.min(normalCdf(x), normalCdf(y)));
      }),
      { seed: 12, numRuns: 1500 },
    );
  });

  it('with correlation +-1 is that of one variable', () => {
    expect(bivariateNormalCdf(0.3, 1.2, 1)).toBe(normalCdf(0.3));
    expect(bivariateNormalCdf(0.3, 1.2, -1)).toBeCloseTo(normalCdf(0.3) - normalCdf(-1.2), 15);
    expect(bivariateNormalCdf(0.3, -0.3, -1)).toBe(0);
    expect(bivariateNormalCdf(-2, 1, -1)).toBe(0);
  });

  it('takes 1 - correlation^2 from who knows it better', () => {
    // At 0 and 0, with a remainder e^2: 1/2 - asin(e) / 2 pi. The correlation rounds to one.
    for (const e of [1e-9, 1e-6]) {
      const correlation = Math.sqrt(1 - e * e);
      const less = e / (2 * Math.PI);
      expect(Math.abs(0.5 - bivariateNormalCdf(0, 0, correlation, e * e) - less)).toBeLessThan(2e-16);
      expect(Math.abs(bivariateNormalCdf(0, 0, -correlation, e * e) - less)).toBeLessThan(2e-16);
    }
  });

  it('takes infinities', () => {
    for (const correlation of [-1, -0.95, 0, 0.5, 1]) {
      expect(bivariateNormalCdf(Infinity, 0.4, correlation)).toBe(normalCdf(0.4));
      expect(bivariateNormalCdf(0.4, Infinity, correlation)).toBe(normalCdf(0.4));
      expect(bivariateNormalCdf(-Infinity, Infinity, correlation)).toBe(0);
      expect(bivariateNormalCdf(Infinity, Infinity, correlation)).toBe(1);
    }
  });

  it('is NaN for NaN and for what is no correlation', () => {
    expect(bivariateNormalCdf(Number.NaN, 0, 0)).toBeNaN();
    expect(bivariateNormalCdf(-Infinity, Number.NaN, 0)).toBeNaN();
    expect(bivariateNormalCdf(0, 0, Number.NaN)).toBeNaN();
    expect(bivariateNormalCdf(0, 0, 1.0000001)).toBeNaN();
  });

  it('stays a probability far out, where the parts of the formula overflow or vanish', () => {
    for (const correlation of [-1, -0.99999999, -0.93, -0.5, 0.5, 0.93, 0.99999999, 1]) {
      for (const x of [-1e300, -200, -39, 39, 200, 1e300]) {
        for (const y of [-1e300, -200, -39, 39, 200, 1e300]) {
          expect(bivariateNormalCdf(x, y, correlation)).toBe(x > 0 && y > 0 ? 1 : 0);
        }
      }
    }
  });
});
