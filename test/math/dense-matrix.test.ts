import { describe, expect, it } from 'vitest';
import { matrixVector, quadraticForm } from '../../src/math/dense-matrix.js';

describe('dense matrices', () => {
  it('times a vector, rectangular too', () => {
    expect([...matrixVector(Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 0, -1))]).toEqual([-2, -2]);
    expect([...matrixVector(Float64Array.of(1, 2, 3), Float64Array.of(2))]).toEqual([2, 4, 6]);
    expect(matrixVector(new Float64Array(0), new Float64Array(0))).toHaveLength(0);
  });

  it('as a quadratic form: variance 0.04 + 0.09 + 2 x 0.5 x 0.06 of a pair of positions', () => {
    expect(quadraticForm(Float64Array.of(1, 0.5, 0.5, 1), Float64Array.of(0.2, 0.3))).toBeCloseTo(0.19, 15);
  });

  it('of sizes that do not fit are refused', () => {
    expect(() => matrixVector(new Float64Array(5), new Float64Array(2))).toThrow(RangeError);
    expect(() => quadraticForm(new Float64Array(6), new Float64Array(2))).toThrow(RangeError);
  });
});
