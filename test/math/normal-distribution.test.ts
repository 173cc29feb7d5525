import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millsRatio, normalCdf, normalPdf } from '../../src/math/normal-distribution.js';

/** x, N(x), n(x), N(-x)/n(x) from mpmath 1.3 at 50 digits: erfc(-x/sqrt 2)/2 and exp(-x^2/2)/sqrt(2 pi), at the double x. */
const REFERENCE = [
  [-37.5, 4.605353009581955e-308, 1.7282337322841054e-306, 5.786254378210513e305],
  [-30, 4.906713927148187e-198, 1.4736461348785476e-196, 6.785889613061118e195],
  [-20, 2.7536241186062337e-89, 5.520948362159764e-88, 1.8112830158925917e87],
  [-12.5, 3.732564298877713e-36, 4.695195357975146e-35, 2.129836830540872e34],
  [-8.3, 5.205569744890254e-17, 4.3816394355093325e-16, 2282250775579295.0],
  [-5.7, 5.990371401063528e-9, 3.5139550948204334e-8, 28457961.67070056],
  [-5, 2.866515718791939e-7, 1.4867195147342977e-6, 672621.6367228793],
  [-3, 0.0013498980316300946, 0.0044318484119380075, 225.33489622034912],
  [-1.96, 0.024997895148220435, 0.05844094433345146, 16.683544661575404],
  [-1, 0.15865525393145705, 0.24197072451914334, 3.4770518117036944],
  [-0.6, 0.2742531177500736, 0.3332246028917996, 2.1779510754960114],
  [-0.1, 0.460172162722971, 0.39695254747701175, 1.3599304015256166],
  [0, 0.5, 0.3989422804014327, 1.2533141373155003],
  [0.3, 0.6179114221889527, 0.3813878154605241, 1.0018374009921558],
  [0.7, 0.758036347776927, 0.31225393336676127, 0.7748938487793906],
  [1.5, 0.9331927987311419, 0.12951759566589172, 0.5158156382179634],
  [2.5, 0.9937903346742238, 0.017528300493568537, 0.35426511132979366],
  [5, 0.9999997133484281, 1.4867195147342977e-6, 0.19280810471531576],
  [8, 0.9999999999999993, 5.052271083536892e-15, 0.1231319632579323],
] as const;

function relativeError(actual: number, expected: number): number {
  return Math.abs(actual / expected - 1);
}

describe('normalCdf', () => {
  it.each(REFERENCE)('at %d keeps its relative accuracy, tails included', (x, probability) => {
    expect(relativeError(normalCdf(x), probability)).toBeLessThan(1e-15);
  });

  it('is symmetric to the last digit or two', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThanOrEqual(2.3e-16);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('does not fall as x rises, across the seams of its approximations too', () => {
    for (const seam of [-5.656854249492381, -0.67448975, 0.67448975, 5.656854249492381]) {
      for (let k = -50; k < 50; k++) {
        const x = seam + k * 1e-6;
        expect(normalCdf(x + 1e-6)).toBeGreaterThanOrEqual(normalCdf(x));
      }
    }
  });

  it('is 0 and 1 at the infinities and NaN for NaN', () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(normalCdf(-50)).toBe(0);
  });
});

describe('normalPdf', () => {
  it.each(REFERENCE)('at %d keeps its relative accuracy', (x, _probability, density) => {
    expect(relativeError(normalPdf(x), density)).toBeLessThan(1e-15);
  });

  it('vanishes at the infinities and is NaN for NaN', () => {
    expect(normalPdf(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalPdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalPdf(Number.NaN)).toBeNaN();
  });
});

describe('millsRatio', () => {
  it.each(REFERENCE)('at %d is the upper tail over the density', (x, _probability, _density, mills) => {
    expect(relativeError(millsRatio(x), mills)).toBeLessThan(1.5e-15);
  });

  it('does not underflow with the tail: at 1e6 it is 1/x - 1/x^3', () => {
    expect(relativeError(millsRatio(1e6), 1e-6 - 1e-18)).toBeLessThan(1e-15);
  });

  it('satisfies its differential equation, slope = x m - 1, by central differences', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 12, noNaN: true }), (x) => {
        const h = 1e-4;
        const slope = (millsRatio(x + h) - millsRatio(x - h)) / (2 * h);
        expect(Math.abs(slope - (x * millsRatio(x) - 1))).toBeLessThan(1e-6 * (1 + millsRatio(x)));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
