import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  constant,
  convexBelow,
  evaluate,
  type Formula,
  hasMinimum,
  max,
  min,
  norm,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { boxes } from './random-box.js';
import { formulas } from './random-formula.js';

const x = sparseAffine('x', [0], [1]);
const minusX = sparseAffine('-x', [0], [-1]);
const LOWER = Float64Array.of(-2);
const UPPER = Float64Array.of(6);
const at = (node: Formula, quantity: number): number => evaluate(node, Float64Array.of(quantity));

describe('a convex formula below another', () => {
  it('is never above it, has no min, and is convex between two books', () => {
    fc.assert(
      fc.property(formulas('any'), boxes, (formula, { lower, upper, book, other }) => {
        const below = convexBelow(formula, lower, upper);
        expect(hasMinimum(below)).toBe(false);
        const amount = evaluate(formula, book);
        const ends = [evaluate(below, book), evaluate(below, other)] as const;
        const middle = evaluate(
          below,
          book.map((value, j) => (value + other[j]!) / 2),
        );
        const size = 1 + Math.abs(amount) + Math.abs(ends[0]) + Math.abs(ends[1]) + Math.abs(middle);
        expect(ends[0]).toBeLessThanOrEqual(amount + 1e-8 * size);
        expect(middle).toBeLessThanOrEqual((ends[0] + ends[1]) / 2 + 1e-8 * size);
      }),
      { seed: 61, numRuns: 1000 },
    );
  });

  it('is the formula itself where there is no min', () => {
    fc.assert(
      fc.property(formulas('convex'), boxes, (formula, { lower, upper }) => {
        expect(convexBelow(formula, lower, upper)).toBe(formula);
      }),
      { seed: 62, numRuns: 200 },
    );
  });

  it('is the chord of min(x, -x), exact at both ends of the box', () => {
    const below = convexBelow(min('better of', [x, minusX]), LOWER, UPPER);
    // From (-2, -2) to (6, -6): -2 - (x + 2) / 2.
    for (const [quantity, amount] of [
      [-2, -2],
      [0, -3],
      [2, -4],
      [6, -6],
    ] as const) {
      expect(at(below, quantity)).toBeCloseTo(amount, 12);
    }
  });

  it('weighs two convex children by how far each can be above the other', () => {
    // |x| and 3: each is at most 3 above the other; so half of both, less 3/2, and never below 0.
    const below = convexBelow(
      min('capped', [max('size', [x, minusX, constant('none', 0)]), constant('cap', 3)]),
      LOWER,
      UPPER,
    );
    expect(at(below, 6)).toBeCloseTo(3, 12);
    expect(at(below, 0)).toBeCloseTo(0, 12);
    expect(at(below, 2)).toBeCloseTo(1, 12);
  });

  it('lets what the children share cancel', () => {
    const shared = absolute('shared', sparseAffine('y', [1], [100]));
    const children = [sum('a', [shared, x]), sum('b', [shared, minusX])];
    const below = convexBelow(min('better of', children), Float64Array.of(-2, -9), Float64Array.of(6, 9));
    expect(evaluate(below, Float64Array.of(6, 9))).toBeCloseTo(900 - 6, 9);
    expect(evaluate(below, Float64Array.of(-2, -9))).toBeCloseTo(900 - 2, 9);
  });

  it('is the one child that no other is below', () => {
    const low = absolute('low', x);
    const high = sum('high', [low, constant('more', 1)]);
    expect(convexBelow(min('better of', [high, low]), LOWER, UPPER)).toBe(low);
    expect(convexBelow(min('twice', [low, low]), LOWER, UPPER)).toBe(low);
    const equal = [x, sparseAffine('x again', [0], [1])];
    expect(equal).toContain(convexBelow(min('tie', equal), LOWER, UPPER));
  });

  it('keeps nodes shared that were shared', () => {
    const shared = sum('margin of one', [min('better of', [x, minusX]), constant('fee', 1)]);
    const below = convexBelow(sum('all', [shared, scale('half', 0.5, shared)]), LOWER, UPPER);
    const [first, second] = below.kind === 'sum' ? below.children : [];
    expect(second).toMatchObject({ kind: 'scale' });
    expect(second?.kind === 'scale' && second.child === first).toBe(true);
  });

  it('puts the parts of a min among the children of the max it stands in', () => {
    const below = convexBelow(max('worst', [x, min('gain', [x, minusX])]), LOWER, UPPER);
    expect(below.kind === 'max' && below.children.map(({ name }) => name)).toEqual([
      'x',
      'least of gain',
      'between the parts of gain',
    ]);
  });

  it('leaves norms as they are, inside a min as well', () => {
    const size = norm('size', [x], Float64Array.of(1));
    const below = convexBelow(min('capped', [size, constant('cap', 4)]), LOWER, UPPER);
    // sqrt(x x) is at most 2 above 4, and 4 is at most 4 above it: 2/3 of the size plus 1/3 of 4, less 4/3.
    expect(at(below, 6)).toBeCloseTo(4, 12);
    expect(at(below, 3)).toBeCloseTo(2, 12);
  });

  it('has no value without bounds', () => {
    expect(() => convexBelow(min('m', [x, minusX]), Float64Array.of(-2), Float64Array.of(Infinity))).toThrow(
      RangeError,
    );
  });
});
