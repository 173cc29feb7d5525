import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admissibleInterval } from '../../../src/correlation/moved/admissible-interval.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import { symmetricFrom } from '../dykstra.js';
import { aCorrelation } from './a-correlation.js';

const withPair = (values: Float64Array, n: number, i: number, j: number, rho: number): Float64Array => {
  const moved = values.slice();
  moved[i * n + j] = rho;
  moved[j * n + i] = rho;
  return moved;
};

describe('what a correlation may be', () => {
  it('is anything for two underlyings', () => {
    expect(admissibleInterval(symmetricFrom([0.8], 2), 2, 0, 1)).toEqual({ low: -1, high: 1 });
  });

  it('of three is cos(a + b) to cos(a - b) for the angles of the other two pairs', () => {
    // Correlations are cosines of angles: the third angle lies between the difference and the sum of the others.
    const [a, b] = [Math.acos(0.8), Math.acos(0.3)];
    const { low, high } = admissibleInterval(symmetricFrom([0.1, 0.8, 0.3], 3), 3, 0, 1);
    expect(low).toBeCloseTo(Math.cos(a + b), 12);
    expect(high).toBeCloseTo(Math.cos(a - b), 12);
  });

  it('is one point where one underlying is another by a different name', () => {
    const { low, high } = admissibleInterval(symmetricFrom([1, 0.6, 0.6], 3), 3, 0, 2);
    expect(low).toBeCloseTo(0.6, 9);
    expect(high).toBeCloseTo(0.6, 9);
  });

  it('ends where the smallest eigenvalue turns negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 0, max: 1e6 }), (n, seed) => {
        const values = aCorrelation(n, seed);
        const { low, high } = admissibleInterval(values, n, 0, n - 1);
        const smallest = (rho: number): number => symmetricEigen(withPair(values, n, 0, n - 1, rho), n).values[0]!;
        const now = values[n - 1]!;
        expect(low).toBeLessThanOrEqual(now + 1e-9);
        expect(high).toBeGreaterThanOrEqual(now - 1e-9);
        for (const end of [low, high]) {
          expect(smallest(end)).toBeGreaterThan(-1e-9);
          expect(smallest(now + (end - now) * 0.999)).toBeGreaterThan(0);
          if (Math.abs(end) < 1) expect(smallest(end + Math.sign(end - now) * 1e-3)).toBeLessThan(0);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('is asked of a pair', () => {
    expect(() => admissibleInterval(symmetricFrom([0.5], 2), 2, 1, 1)).toThrow(RangeError);
  });
});
