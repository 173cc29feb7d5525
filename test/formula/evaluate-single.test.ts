import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOf, denseAffine, evaluate, evaluateSingle, sparseAffine } from '../../src/formula/index.js';
import { COLUMNS, formulas } from './random-formula.js';

describe('a book of one line', () => {
  it('comes to what the whole formula says of a vector that is zero but there', () => {
    const column = fc.integer({ min: 0, max: COLUMNS - 1 });
    const quantity = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(formulas('any'), column, quantity, (formula, j, held) => {
        const vector = new Float64Array(COLUMNS);
        vector[j] = held;
        const whole = evaluate(formula, vector);
        expect(Math.abs(evaluateSingle(formula, j, held) - whole)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(whole)));
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  it('reads coefficients of dense and sparse nodes, and none where there is none', () => {
    const dense = denseAffine('dense', Float64Array.of(7, 8));
    const sparse = sparseAffine('sparse', [4, 1], [40, 10]);
    expect([0, 1, 2].map((j) => coefficientOf(dense, j))).toEqual([7, 8, 0]);
    expect([0, 1, 4].map((j) => coefficientOf(sparse, j))).toEqual([0, 10, 40]);
  });
});
