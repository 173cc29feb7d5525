import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  denseAffine,
  evaluate,
  type Formula,
  max,
  min,
  norm,
  opposite,
  scale,
  sum,
} from '../../src/formula/index.js';
import { formulas, quantities } from './random-formula.js';

const holdsNorm = (node: Formula): boolean => {
  if (node.kind === 'scale') return holdsNorm(node.child);
  return node.kind === 'norm' || node.kind === 'largest' || (node.kind !== 'affine' && node.children.some(holdsNorm));
};

describe('minus a formula', () => {
  it('comes to minus its amount, and twice to the amount itself', () => {
    const plain = formulas('any').filter((formula) => !holdsNorm(formula));
    fc.assert(
      fc.property(plain, quantities, (formula, book) => {
        const amount = evaluate(formula, book);
        // Sums of the same terms with the other sign: equal to the last digit.
        expect(evaluate(opposite(formula), book) + amount).toBe(0);
        expect(evaluate(opposite(opposite(formula)), book) - amount).toBe(0);
      }),
      { seed: 68, numRuns: 500 },
    );
  });

  it('turns the largest into the smallest, all the way down', () => {
    const parts = [constant('two', 2), denseAffine('x', Float64Array.of(3), 1)];
    const node = scale('half', 0.5, sum('all', [max('worst', parts), min('best', parts)]));
    const minus = [constant('two', -2), denseAffine('x', Float64Array.of(-3), -1)];
    expect(opposite(node, 'gain')).toEqual(scale('gain', 0.5, sum('all', [min('worst', minus), max('best', minus)])));
  });

  it('of a constant is a constant', () => {
    expect(opposite(constant('fee', 4), 'rebate')).toEqual(constant('rebate', -4));
  });

  it('of a norm is none of the nodes', () => {
    const node = sum('all', [norm('risk', [constant('one', 1)], Float64Array.of(1))]);
    expect(() => opposite(node)).toThrow("formula 'risk' is a norm and has no opposite");
  });
});
