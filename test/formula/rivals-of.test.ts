import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, constant, evaluate, min, rivalsOf, sparseAffine, sum } from '../../src/formula/index.js';
import { largestExcess } from '../../src/formula/largest-excess.js';
import { boxes } from './random-box.js';
import { formulas } from './random-formula.js';

const x = sparseAffine('x', [0], [1]);
const twice = sparseAffine('2x', [0], [2]);
const LOWER = Float64Array.of(-1);
const UPPER = Float64Array.of(3);

describe('how far one formula can be above another', () => {
  it('is what their difference comes to at most, for affine formulas', () => {
    // 2x - x = x, between -1 and 3.
    expect(largestExcess(twice, x, LOWER, UPPER)).toBe(3);
    expect(largestExcess(x, twice, LOWER, UPPER)).toBe(1);
  });

  it('does not count what both have', () => {
    const shared = absolute('shared', x);
    expect(largestExcess(sum('a', [shared, constant('two', 2)]), shared, LOWER, UPPER)).toBe(2);
    expect(largestExcess(shared, sum('a', [shared, constant('two', 2)]), LOWER, UPPER)).toBe(-2);
  });

  it('holds for every book in the box', () => {
    fc.assert(
      fc.property(formulas('any'), formulas('any'), boxes, (above, below, { lower, upper, book }) => {
        const [a, b] = [evaluate(above, book), evaluate(below, book)];
        const bound = largestExcess(above, below, lower, upper);
        expect(a - b).toBeLessThanOrEqual(bound + 1e-9 * (1 + Math.abs(a) + Math.abs(b) + Math.abs(bound)));
      }),
      { seed: 66, numRuns: 500 },
    );
  });
});

describe('the children that can be smallest', () => {
  it('are those that no other is never above, with their excess', () => {
    const three = constant('three', 3.5);
    expect(rivalsOf(min('m', [x, twice, three]), LOWER, UPPER)).toEqual([
      { child: x, excess: 1 },
      { child: twice, excess: 3 },
    ]);
  });

  it('are one alone where it is never above the others', () => {
    expect(rivalsOf(min('m', [constant('two', 2), constant('one', 1)]), LOWER, UPPER)).toEqual([
      { child: constant('one', 1), excess: 0 },
    ]);
  });

  it('come to the node, and no child is further above it than said', () => {
    const children = fc.array(formulas('any', 2), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(children, boxes, (list, { lower, upper, book }) => {
        const node = min('m', list);
        const amount = evaluate(node, book);
        const rivals = rivalsOf(node, lower, upper);
        const amounts = rivals.map(({ child }) => evaluate(child, book));
        const size = 1 + Math.max(Math.abs(amount), ...amounts.map(Math.abs));
        expect(Math.abs(Math.min(...amounts) - amount)).toBeLessThanOrEqual(1e-8 * size);
        rivals.forEach(({ excess }, i) => {
          expect(amounts[i]! - amount).toBeLessThanOrEqual(excess + 1e-8 * (size + excess));
        });
      }),
      { seed: 67, numRuns: 500 },
    );
  });
});
