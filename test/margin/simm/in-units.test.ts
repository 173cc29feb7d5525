import { describe, expect, it } from 'vitest';
import { constant, evaluate, max, norm, scale, sparseAffine, sum } from '../../../src/formula/index.js';
import { inUnits } from '../../../src/margin/simm/in-units.js';

const FORMULA = max('m', [
  sum('s', [
    norm('n', [sparseAffine('a', [0], [3e11]), sparseAffine('b', [1], [4e11])], Float64Array.of(1, 0, 0, 1)),
    scale('two', 2, constant('c', 5e10)),
  ]),
  constant('nothing', 0),
]);

describe('a formula in units', () => {
  it.each([
    [1, 1],
    [-2, 0.5],
    [0, 0],
  ])('comes to the same at %d and %d', (a, b) => {
    const book = Float64Array.of(a, b);
    const whole = evaluate(FORMULA, book);
    expect(evaluate(inUnits(FORMULA, 6e11), book) / whole).toBeCloseTo(1, 12);
  });

  it('has amounts of a usual size inside', () => {
    const inside = inUnits(FORMULA, 6e11);
    // 6e11 over a million is 6e5; over a thousand it would be above 1e7 still.
    expect(inside).toMatchObject({ kind: 'scale', factor: 1e6, child: { kind: 'max' } });
    if (inside.kind === 'scale') expect(evaluate(inside.child, Float64Array.of(1, 1))).toBeCloseTo(6e5, 6);
  });

  it('of a usual size already is left alone', () => {
    expect(inUnits(FORMULA, 1e7)).toBe(FORMULA);
    expect(inUnits(FORMULA, 0)).toBe(FORMULA);
  });
});
