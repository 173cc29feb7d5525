import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, floorsOf, min, positivePart, rivalsOf, scale, sparseAffine, sum } from '../../src/formula/index.js';
import { boxes } from './random-box.js';
import { formulas } from './random-formula.js';

const x = sparseAffine('x', [0], [1]);
const LOWER = Float64Array.of(-4);
const UPPER = Float64Array.of(6);

describe('the floors of a min', () => {
  it('are never above it within the box', () => {
    const children = fc.array(formulas('any', 2), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(children, boxes, (list, { lower, upper, book }) => {
        const node = min('m', list);
        const amount = evaluate(node, book);
        for (const floor of floorsOf(node, rivalsOf(node, lower, upper), lower, upper)) {
          const height = evaluate(floor, book);
          expect(height).toBeLessThanOrEqual(amount + 1e-8 * (1 + Math.abs(amount) + Math.abs(height)));
        }
      }),
      { seed: 69, numRuns: 500 },
    );
  });

  it('are the value that all children have in common, once', () => {
    // Either requirement is the value and something that is never negative.
    const value = scale('value', 3, x);
    const node = min('better of', [
      sum('isolated', [value, positivePart('short', x)]),
      sum('maximal loss', [value, positivePart('loss', sparseAffine('-x', [0], [-2]))]),
    ]);
    const floors = floorsOf(node, rivalsOf(node, LOWER, UPPER), LOWER, UPPER);
    expect(floors.map(({ name }) => name)).toEqual(['least of better of', 'floor 1 of better of']);
    for (const quantity of [-4, 0, 6]) {
      expect(floors.map((floor) => evaluate(floor, Float64Array.of(quantity)))).toEqual([-12, 3 * quantity]);
    }
  });

  it('are the least alone where every child is affine', () => {
    const node = min('m', [x, sparseAffine('-x', [0], [-1])]);
    expect(floorsOf(node, rivalsOf(node, LOWER, UPPER), LOWER, UPPER).map(({ constant }) => constant)).toEqual([-6]);
  });
});
