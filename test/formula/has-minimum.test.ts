import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant, type Formula, hasMinimum, max, min, norm, scale, sum } from '../../src/formula/index.js';
import { formulas } from './random-formula.js';

const one = constant('one', 1);
const least = min('least', [one, constant('two', 2)]);

describe('a min anywhere in a formula', () => {
  const cases: readonly (readonly [string, Formula, boolean])[] = [
    ['none in an affine node', one, false],
    ['none in a norm', norm('norm', [one], Float64Array.of(1)), false],
    ['none in a sum of largests', sum('sum', [max('max', [one, one]), one]), false],
    ['the node itself', least, true],
    ['below a scale', scale('half', 0.5, least), true],
    ['the last child of a sum in a max', max('max', [one, sum('sum', [one, least])]), true],
  ];

  it.each(cases)('%s', (_what, formula, expected) => {
    expect(hasMinimum(formula)).toBe(expected);
  });

  it('is none in what is built without', () => {
    fc.assert(
      fc.property(formulas('convex'), (formula) => {
        expect(hasMinimum(formula)).toBe(false);
        expect(hasMinimum(sum('with one', [formula, least]))).toBe(true);
      }),
      { seed: 65, numRuns: 200 },
    );
  });

  it('is looked for once in a node that is shared', () => {
    // Doubled sixty times over: as a tree it would have 2^60 leaves.
    let node: Formula = one;
    for (let level = 0; level < 60; level++) node = sum(`level ${level}`, [node, node]);
    expect(hasMinimum(node)).toBe(false);
  });
});
