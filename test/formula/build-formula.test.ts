import { describe, expect, it } from 'vitest';
import {
  absolute,
  constant,
  denseAffine,
  evaluate,
  max,
  min,
  negated,
  norm,
  positivePart,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';

const at = (...quantities: number[]): Float64Array => Float64Array.from(quantities);

describe('building a formula', () => {
  it('keeps the array of a dense node, so that a payoff matrix is not copied', () => {
    const payoff = at(1, 2, 3);
    expect(denseAffine('pnl', payoff).coefficients).toBe(payoff);
  });

  it('copies what a sparse node is given', () => {
    const columns = [2];
    const node = sparseAffine('delta', columns, [5]);
    columns[0] = 0;
    expect(evaluate(node, at(10, 0, 1))).toBe(5);
  });

  it('turns an affine node round without touching the original', () => {
    const pnl = denseAffine('pnl', at(3, -4), 2);
    const loss = negated('loss', pnl);
    // -(2 + 3 x 1 - 4 x 2) = 3
    expect(evaluate(loss, at(1, 2))).toBe(3);
    expect(evaluate(pnl, at(1, 2))).toBe(-3);
    expect(loss.name).toBe('loss');
    expect([...pnl.coefficients]).toEqual([3, -4]);
  });

  it.each([
    [-7, 0, 7],
    [0, 0, 0],
    [7, 7, 7],
  ])('of %d the positive part is %d and the absolute value %d', (value, positive, size) => {
    const node = sparseAffine('x', [0], [1]);
    expect(evaluate(positivePart('positive part', node), at(value))).toBe(positive);
    expect(evaluate(absolute('size', node), at(value))).toBe(size);
  });

  it('allows a sum of nothing, which is nothing', () => {
    expect(evaluate(sum('no options', []), at())).toBe(0);
  });
});

describe('a formula that cannot be is refused', () => {
  const child = constant('child', 1);
  const refusals: [string, () => unknown, RegExp][] = [
    ['the largest of nothing', () => max('worst', []), /'worst' is the largest of nothing/],
    ['the smallest of nothing', () => min('best', []), /'best' is the smallest of nothing/],
    ['a negative factor', () => scale('credit', -0.1, child), /'credit' is scaled by -0.1/],
    ['a factor that is no number', () => scale('rate', Number.NaN, child), /'rate' is scaled by NaN/],
    ['an unbounded factor', () => scale('rate', Infinity, child), /'rate' is scaled by Infinity/],
    ['a constant that is not finite', () => constant('cash', -Infinity), /'cash' holds a number that is not finite/],
    ['a dense coefficient', () => denseAffine('pnl', at(1, Number.NaN)), /'pnl' holds a number that is not finite/],
    ['a dense constant', () => denseAffine('pnl', at(1), Number.NaN), /'pnl' holds/],
    ['a sparse coefficient', () => sparseAffine('delta', [0], [Infinity]), /'delta' holds/],
    ['a sparse constant', () => sparseAffine('delta', [0], [1], Number.NaN), /'delta' holds/],
    ['fewer coefficients than columns', () => sparseAffine('delta', [0, 1], [1]), /columns and coefficients differ/],
    ['a column named twice', () => sparseAffine('delta', [3, 3], [1, 1]), /'delta' names a column twice/],
    ['a column below zero', () => sparseAffine('delta', [-1], [1]), /columns are counted from 0/],
    ['half a column', () => sparseAffine('delta', [0.5], [1]), /columns are counted from 0/],
    ['a matrix of another width', () => norm('risk', [child], at(1, 0, 0, 1)), /matrix and children differ/],
    ['a matrix with a hole', () => norm('risk', [child], at(Number.NaN)), /'risk' holds a number that is not finite/],
  ];

  it.each(refusals)('%s', (_what, build, message) => {
    expect(build).toThrow(RangeError);
    expect(build).toThrow(message);
  });
});
