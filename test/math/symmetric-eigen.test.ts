import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/math/seeded-random.js';
import { symmetricEigen } from '../../src/math/symmetric-eigen.js';

describe('symmetricEigen', () => {
  it('gives the values of a small matrix, ascending', () => {
    // numpy 1.x linalg.eigvalsh
    const { values } = symmetricEigen(Float64Array.of(4, 1, 2, 1, 3, 0, 2, 0, 5), 3);
    const expected = [1.85489731, 3.4760236, 6.66907909];
    expected.forEach((value, k) => {
      expect(values[k]).toBeCloseTo(value, 7);
    });
  });

  it('gives 2 - 2 cos(k pi / (n + 1)) for the second-difference matrix', () => {
    const n = 40;
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      matrix[i * n + i] = 2;
      if (i > 0) {
        matrix[i * n + i - 1] = -1;
        matrix[(i - 1) * n + i] = -1;
      }
    }
    const { values } = symmetricEigen(matrix, n);
    for (let k = 1; k <= n; k++) {
      expect(Math.abs(values[k - 1]! - (2 - 2 * Math.cos((k * Math.PI) / (n + 1))))).toBeLessThan(4e-15);
    }
  });

  it('gives 1 + (n - 1) rho once and 1 - rho otherwise for an equicorrelation matrix', () => {
    const n = 25;
    const matrix = new Float64Array(n * n).fill(0.3);
    for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
    const { values } = symmetricEigen(matrix, n);
    for (let k = 0; k < n - 1; k++) expect(Math.abs(values[k]! - 0.7)).toBeLessThan(1e-14);
    expect(Math.abs(values[n - 1]! - 8.2)).toBeLessThan(1e-14);
  });

  it.each([1, 2, 7, 30])('puts the matrix together again, with orthonormal vectors (n = %d)', (n) => {
    const random = seededRandom(n);
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = random.normal();
    const { values, vectors } = symmetricEigen(matrix, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let rebuilt = 0;
        let product = 0;
        for (let k = 0; k < n; k++) {
          rebuilt += vectors[i * n + k]! * values[k]! * vectors[j * n + k]!;
          product += vectors[k * n + i]! * vectors[k * n + j]!;
        }
        expect(Math.abs(rebuilt - matrix[i * n + j]!)).toBeLessThan(4e-15 * n);
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-14);
      }
    }
    expect([...values]).toEqual([...values].sort((a, b) => a - b));
  });

  it('takes the symmetric part and leaves its argument alone', () => {
    const skewed = Float64Array.of(1, 0.6, 0.2, 1);
    const { values } = symmetricEigen(skewed, 2);
    expect(values[0]).toBeCloseTo(0.6, 14);
    expect(values[1]).toBeCloseTo(1.4, 14);
    expect([...skewed]).toEqual([1, 0.6, 0.2, 1]);
  });

  it('has nothing to say about nothing, and refuses what is not a matrix', () => {
    expect(symmetricEigen(new Float64Array(0), 0).values).toHaveLength(0);
    expect(() => symmetricEigen(new Float64Array(5), 2)).toThrow(RangeError);
    expect(() => symmetricEigen(Float64Array.of(1, Number.NaN, 0, 1), 2)).toThrow(RangeError);
  });
});
