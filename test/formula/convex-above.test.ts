import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  convexAbove,
  evaluate,
  hasMinimum,
  max,
  min,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { formulas, quantities } from './random-formula.js';

const x = sparseAffine('x', [0], [1]);
const minusX = sparseAffine('-x', [0], [-1]);

describe('a convex formula above another', () => {
  it('is never below it, equals it where it was taken, and has no min', () => {
    fc.assert(
      fc.property(formulas('any'), quantities, quantities, (formula, at, book) => {
        const above = convexAbove(formula, at);
        expect(hasMinimum(above)).toBe(false);
        expect(Math.abs(evaluate(above, at) - evaluate(formula, at))).toBe(0);
        const amount = evaluate(formula, book);
        expect(evaluate(above, book)).toBeGreaterThanOrEqual(amount - 1e-12 * Math.abs(amount));
      }),
      { seed: 63, numRuns: 1000 },
    );
  });

  it('is the formula itself where there is no min', () => {
    fc.assert(
      fc.property(formulas('convex'), quantities, (formula, at) => {
        expect(convexAbove(formula, at)).toBe(formula);
      }),
      { seed: 64, numRuns: 200 },
    );
  });

  it('is the child that is smallest there, of a min within a min as well', () => {
    const inner = min('inner', [x, constant('five', 5)]);
    const node = min('outer', [inner, minusX]);
    expect(convexAbove(node, Float64Array.of(3))).toBe(minusX);
    expect(convexAbove(node, Float64Array.of(-3))).toBe(x);
    expect(convexAbove(min('other', [inner, constant('nine', 9)]), Float64Array.of(7)).name).toBe('five');
  });

  it('takes the first of equals', () => {
    expect(convexAbove(min('tie', [x, minusX]), Float64Array.of(0))).toBe(x);
  });

  it('keeps nodes shared that were shared', () => {
    const shared = max('worst', [min('gain', [x, minusX]), constant('none', 0)]);
    const above = convexAbove(sum('all', [shared, scale('half', 0.5, shared)]), Float64Array.of(1));
    const [first, second] = above.kind === 'sum' ? above.children : [];
    expect(first).toEqual(max('worst', [minusX, constant('none', 0)]));
    expect(second?.kind === 'scale' && second.child === first).toBe(true);
  });
});
