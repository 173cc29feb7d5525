import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakdownParts } from '../../src/app/breakdown-parts.js';
import { constant, explain, max, scale, sum } from '../../src/formula/index.js';

const NOTHING = new Float64Array(0);

/** The parts of a formula without quantities. */
const partsOf = (formula: Parameters<typeof explain>[0]) => breakdownParts(explain(formula, NOTHING));

const a = constant('a', 3);
const b = constant('b', 4);
const none = constant('none', 0);

describe('breakdownParts', () => {
  it('are the children of a sum, without those of no amount', () => {
    expect(partsOf(sum('margin', [a, none, b]))).toEqual([
      { name: 'a', amount: 3 },
      { name: 'b', amount: 4 },
    ]);
  });

  it('carry the factors above them', () => {
    expect(partsOf(scale('margin', 1.3, scale('coins', 2, sum('book', [a, b]))))).toEqual([
      { name: 'a', amount: expect.closeTo(7.8, 12) },
      { name: 'b', amount: expect.closeTo(10.4, 12) },
    ]);
  });

  it('are those of the case that decides', () => {
    const formula = max('margin', [sum('small', [a, none]), sum('large', [a, b]), none]);
    expect(partsOf(formula).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('look through a sum of which one part counts', () => {
    expect(partsOf(sum('margin', [none, scale('one', 2, sum('book', [a, b]))]))).toEqual([
      { name: 'a', amount: 6 },
      { name: 'b', amount: 8 },
    ]);
  });

  it('of one piece is the piece, by the name of what it is the worst of', () => {
    expect(partsOf(max('worst case', [a, b]))).toEqual([{ name: 'worst case', amount: 4 }]);
    expect(partsOf(a)).toEqual([{ name: 'a', amount: 3 }]);
  });

  it('of nothing are none', () => {
    expect(partsOf(sum('margin', [none, none]))).toEqual([]);
  });

  it('does not take two equal cases for the parts of a sum', () => {
    expect(partsOf(max('worst case', [constant('up', 5), constant('down', 5)]))).toEqual([
      { name: 'worst case', amount: 5 },
    ]);
  });

  it('add up to the margin', () => {
    const leaf = fc.integer({ min: -50, max: 100 }).map((amount) => constant(`part ${amount}`, amount));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((parts) => sum('sum', parts as never)),
        fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((parts) => max('max', parts as never)),
        fc.tuple(fc.integer({ min: 1, max: 5 }), tie('tree')).map(([k, child]) => scale('scale', k, child as never)),
      ),
    }));
    fc.assert(
      fc.property(tree, (formula) => {
        const root = explain(formula as never, NOTHING);
        const total = breakdownParts(root).reduce((all, { amount }) => all + amount, 0);
        expect(total).toBeCloseTo(root.amount, 6);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
