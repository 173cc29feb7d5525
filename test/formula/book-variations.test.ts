import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BookVariations,
  constant,
  denseAffine,
  evaluate,
  formulaGraph,
  max,
  positivePart,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { COLUMNS, formulas, quantities } from './random-formula.js';

describe('books that differ in a few columns', () => {
  const change = fc.tuple(
    fc.subarray([...new Array(COLUMNS).keys()]),
    fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: COLUMNS, maxLength: COLUMNS }),
  );

  it('come to what the whole formula says of each, in any order, the book itself among them', () => {
    fc.assert(
      fc.property(formulas('any'), quantities, fc.array(change, { maxLength: 5 }), (formula, book, changes) => {
        const variations = new BookVariations(formulaGraph(formula, COLUMNS), book);
        const whole = evaluate(formula, book);
        expect(variations.amount).toBe(whole);
        for (const [columns, contracts] of changes) {
          const changed = book.slice();
          columns.forEach((column, k) => {
            changed[column] = contracts[k]!;
          });
          const expected = evaluate(formula, changed);
          const got = variations.amountWith(columns, contracts.slice(0, columns.length));
          expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(expected)));
          expect(variations.amountWith([], [])).toBe(whole);
        }
        expect(variations.amount).toBe(whole);
      }),
      { seed: 421, numRuns: 1000 },
    );
  });

  it('share what a formula uses twice', () => {
    const leg = sparseAffine('leg', [0], [2]);
    const shared = positivePart('long', leg);
    const formula = sum('all', [shared, shared, max('worst', [leg, constant('floor', 5)])]);
    const graph = formulaGraph(formula, 1);
    expect(graph.nodes).toHaveLength(6);
    expect(graph.nodes.at(-1)).toBe(formula);
    const variations = new BookVariations(graph, Float64Array.of(3));
    expect(variations.amount).toBe(18);
    expect(variations.amountWith([0], [1])).toBe(9);
    expect(variations.amountWith([0], [-1])).toBe(5);
  });

  it('know a formula of one affine node, and columns nothing looks at', () => {
    const variations = new BookVariations(
      formulaGraph(denseAffine('pnl', Float64Array.of(2, 0, -1), 10), 3),
      Float64Array.of(1, 1, 1),
    );
    expect(variations.amountWith([0, 2], [0, 0])).toBe(10);
    expect(variations.amountWith([1], [99])).toBe(11);
  });
});
