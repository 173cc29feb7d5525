import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frobeniusDistance } from '../../src/correlation/frobenius-distance.js';
import { nearestCorrelation } from '../../src/correlation/nearest-correlation.js';
import { spectralClip } from '../../src/correlation/spectral-clip.js';
import { symmetricEigen } from '../../src/math/symmetric-eigen.js';
import { largestDifference, nearestByDykstra, symmetricFrom } from './dykstra.js';
import { PUBLISHED_MATRICES } from './published-matrices.js';

const entries = (n: number, bound: number) =>
  fc
    .array(fc.double({ min: -bound, max: bound, noNaN: true }), { minLength: n * n, maxLength: n * n })
    .map((values) => ({ n, values: symmetricFrom(values, n) }));
const matrices = (bound: number) => fc.integer({ min: 1, max: 7 }).chain((n) => entries(n, bound));

function smallestEigenvalue(values: Float64Array, n: number): number {
  return symmetricEigen(values, n).values[0]!;
}

describe('published matrices', () => {
  it.each(PUBLISHED_MATRICES)('$name', ({ given, nearest, distance, printed }) => {
    const n = given.length;
    const values = Float64Array.from(given.flat());
    const repaired = nearestCorrelation(values, n).values;
    expect(largestDifference(repaired, symmetricFrom(nearest, n))).toBeLessThan(printed);
    expect(Math.abs(frobeniusDistance(values, repaired) - distance)).toBeLessThan(1e-8);
  });

  it('weighted 1, 2, 3: Higham 2002 as computed by his MATLAB code (github mikecroucher/nearest_correlation)', () => {
    const repaired = nearestCorrelation(symmetricFrom([1, 0, 1], 3), 3, [1, 2, 3]).values;
    expect(largestDifference(repaired, symmetricFrom([0.66774961, 0.16723692, 0.84557496], 3))).toBeLessThan(1e-8);
  });

  it('need few steps', () => {
    for (const { given } of PUBLISHED_MATRICES) {
      expect(nearestCorrelation(Float64Array.from(given.flat()), given.length).iterations).toBeLessThanOrEqual(12);
    }
  });
});

describe('against alternating projections', () => {
  it('agrees on random matrices', () => {
    fc.assert(
      fc.property(matrices(1), ({ n, values }) => {
        const newton = nearestCorrelation(values, n).values;
        expect(largestDifference(newton, nearestByDykstra(values, n, 4000))).toBeLessThan(1e-5);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('is never beaten by the quick repair', () => {
    fc.assert(
      fc.property(matrices(1), ({ n, values }) => {
        const nearest = frobeniusDistance(values, nearestCorrelation(values, n).values);
        expect(nearest).toBeLessThanOrEqual(frobeniusDistance(values, spectralClip(values, n)) + 1e-12);
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});

describe('the result', () => {
  it.each([1, 30, 1e6])('is a correlation matrix, with entries up to %d', (bound) => {
    fc.assert(
      fc.property(matrices(bound), ({ n, values }) => {
        const repaired = nearestCorrelation(values, n).values;
        for (let i = 0; i < n; i++) expect(repaired[i * n + i]).toBe(1);
        expect(
          largestDifference(
            repaired,
            repaired.map((_, k) => repaired[(k % n) * n + Math.floor(k / n)]!),
          ),
        ).toBe(0);
        expect(Math.max(...repaired.map(Math.abs))).toBeLessThanOrEqual(1);
        expect(smallestEigenvalue(repaired, n)).toBeGreaterThan(-1e-9);
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  it('is the given matrix when that is one', () => {
    fc.assert(
      fc.property(matrices(1), ({ n, values }) => {
        const valid = nearestCorrelation(values, n).values;
        expect(largestDifference(nearestCorrelation(valid, n).values, valid)).toBeLessThan(1e-9);
      }),
      { seed: 14, numRuns: 60 },
    );
  });

  it('does not depend on the order of the underlyings', () => {
    fc.assert(
      fc.property(entries(5, 1.5), ({ n, values }) => {
        const reversed = values.map((_, k) => values[(n - 1 - Math.floor(k / n)) * n + (n - 1 - (k % n))]!);
        const back = nearestCorrelation(reversed, n).values.reverse();
        expect(largestDifference(back, nearestCorrelation(values, n).values)).toBeLessThan(1e-9);
      }),
      { seed: 15, numRuns: 40 },
    );
  });

  it('does not depend on the antisymmetric part, nor on the scale of the weights', () => {
    const symmetric = symmetricFrom([0.9, -0.9, 0.9], 3);
    const skewed = symmetric.map((value, k) => value + [0, 0.1, -0.2, -0.1, 0, 0.3, 0.2, -0.3, 0][k]!);
    const plain = nearestCorrelation(symmetric, 3).values;
    expect(largestDifference(nearestCorrelation(skewed, 3).values, plain)).toBeLessThan(1e-12);
    expect(largestDifference(nearestCorrelation(symmetric, 3, [5, 5, 5]).values, plain)).toBeLessThan(1e-11);
  });

  it('keeps the pairs of heavy underlyings closer', () => {
    const given = symmetricFrom([0.9, -0.9, 0.9], 3);
    const even = nearestCorrelation(given, 3).values;
    const heavy = nearestCorrelation(given, 3, [10, 10, 1]).values;
    expect(Math.abs(heavy[1]! - 0.9)).toBeLessThan(Math.abs(even[1]! - 0.9));
  });
});

describe('unusable input', () => {
  it('throws', () => {
    expect(() => nearestCorrelation(new Float64Array(3), 2)).toThrow('3 values are not a 2 x 2 matrix');
    expect(() => nearestCorrelation(Float64Array.of(1, Number.NaN, 0, 1), 2)).toThrow('entry 0, 1 is NaN');
    expect(() => nearestCorrelation(Float64Array.of(1, 0, 0, 1), 2, [1, 0])).toThrow('weight 1 is 0');
  });
});
