import { describe, expect, it } from 'vitest';
import { newtonDirection } from '../../src/correlation/newton-direction.js';
import { positivePart } from '../../src/correlation/positive-part.js';
import { symmetricFrom } from './dykstra.js';

/** diag of the positive part of A + Diag(y). */
function diagonalAt(given: Float64Array, n: number, dual: readonly number[]): number[] {
  const shifted = given.slice();
  for (let i = 0; i < n; i++) shifted[i * n + i]! += dual[i]!;
  const { values } = positivePart(shifted, n);
  return dual.map((_, i) => values[i * n + i]!);
}

describe('newtonDirection', () => {
  it('solves V d = -g, with V by finite differences of the gradient', () => {
    const n = 3;
    const given = symmetricFrom([0.9, -0.8, 0.7], n);
    const at = [0.1, -0.05, 0.2];
    const gradient = Float64Array.from(diagonalAt(given, n, at), (value) => (value - 1) * 1e-3);
    const part = positivePart(
      given.map((value, k) => (k % (n + 1) === 0 ? value + at[k / (n + 1)]! : value)),
      n,
    );
    const direction = newtonDirection(part, n, gradient);
    const image = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      const up = diagonalAt(
        given,
        n,
        at.map((value, i) => value + (i === j ? 1e-6 : 0)),
      );
      const down = diagonalAt(
        given,
        n,
        at.map((value, i) => value - (i === j ? 1e-6 : 0)),
      );
      for (let i = 0; i < n; i++) image[i]! += ((up[i]! - down[i]!) / 2e-6) * direction[j]!;
    }
    const size = Math.hypot(...gradient);
    for (let i = 0; i < n; i++) expect(Math.abs(image[i]! + gradient[i]!)).toBeLessThan(2e-2 * size);
  });

  it('is a plain step where the matrix is positive definite, for the dual is then quadratic', () => {
    const part = positivePart(symmetricFrom([0.1, 0.2, 0.3], 3), 3);
    const direction = newtonDirection(part, 3, Float64Array.of(1, -2, 0.5));
    [-1, 2, -0.5].forEach((expected, i) => {
      expect(direction[i]).toBeCloseTo(expected, 8);
    });
  });
});

describe('positivePart', () => {
  it('keeps a positive semidefinite matrix and drops a negative definite one', () => {
    const valid = symmetricFrom([0.5], 2);
    positivePart(valid, 2).values.forEach((value, k) => {
      expect(value).toBeCloseTo(valid[k]!, 14);
    });
    expect([...positivePart(Float64Array.of(-1, 0, 0, -2), 2).values]).toEqual([0, 0, 0, 0]);
  });

  it('clips [[1, 2], [2, 1]], of eigenvalues 3 and -1, to 1.5 everywhere', () => {
    positivePart(Float64Array.of(1, 2, 2, 1), 2).values.forEach((value) => {
      expect(value).toBeCloseTo(1.5, 14);
    });
  });
});
