import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  denseAffine,
  evaluate,
  type Formula,
  formulaInterval,
  max,
  min,
  norm,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { COLUMNS, formulas, quantities } from './random-formula.js';

const x = sparseAffine('x', [0], [1]);
const minusX = sparseAffine('-x', [0], [-2]);

describe('bounds of a formula', () => {
  // x between -1 and 3, y between 2 and 5; worked by hand.
  const cases: [string, Formula, number, number][] = [
    ['a constant', constant('cash', 7), 7, 7],
    ['10 + 2 x - 3 y', denseAffine('pnl', Float64Array.of(2, -3), 10), 10 - 2 - 15, 10 + 6 - 6],
    ['x + y', sum('sum', [x, sparseAffine('y', [1], [1])]), 1, 8],
    ['half of x', scale('half', 0.5, x), -0.5, 1.5],
    ['max(x, -2x)', max('max', [x, minusX]), -1, 3],
    ['min(x, -2x)', min('min', [x, minusX]), -6, 2],
    // |x| up to 3, |y| up to 5: sqrt(9 + 2 x 0.5 x 15 + 25)
    ['a norm', norm('norm', [x, sparseAffine('y', [1], [1])], Float64Array.of(1, -0.5, -0.5, 1)), 0, 7],
  ];

  it.each(cases)('%s', (_what, formula, low, high) => {
    const bounds = formulaInterval(formula, Float64Array.of(-1, 2), Float64Array.of(3, 5));
    expect(bounds.low).toBeCloseTo(low, 12);
    expect(bounds.high).toBeCloseTo(high, 12);
  });

  it('hold for every book within the bounds of its quantities', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: COLUMNS, maxLength: COLUMNS });
    fc.assert(
      fc.property(formulas('any'), quantities, quantities, shares, (formula, a, b, share) => {
        const lower = a.map((value, j) => Math.min(value, b[j]!));
        const upper = a.map((value, j) => Math.max(value, b[j]!));
        const book = lower.map((value, j) => value + share[j]! * (upper[j]! - value));
        const { low, high } = formulaInterval(formula, lower, upper);
        const amount = evaluate(formula, book);
        const slack = 1e-9 * (1 + Math.abs(low) + Math.abs(high));
        expect(amount).toBeGreaterThanOrEqual(low - slack);
        expect(amount).toBeLessThanOrEqual(high + slack);
      }),
      { seed: 41, numRuns: 500 },
    );
  });

  it('are reached by an affine node', () => {
    fc.assert(
      fc.property(quantities, quantities, quantities, (coefficients, a, b) => {
        const lower = a.map((value, j) => Math.min(value, b[j]!));
        const upper = a.map((value, j) => Math.max(value, b[j]!));
        const node = denseAffine('pnl', coefficients);
        const best = lower.map((value, j) => (coefficients[j]! > 0 ? upper[j]! : value));
        expect(formulaInterval(node, lower, upper).high).toBeCloseTo(evaluate(node, best), 7);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('are numbers even when a quantity has none', () => {
    const lower = Float64Array.of(-Infinity, 0);
    const upper = Float64Array.of(Infinity, 1);
    const y = sparseAffine('y', [1], [4]);
    expect(formulaInterval(x, lower, upper)).toEqual({ low: -Infinity, high: Infinity });
    expect(formulaInterval(y, lower, upper)).toEqual({ low: 0, high: 4 });
    expect(formulaInterval(scale('none of it', 0, x), lower, upper)).toEqual({ low: 0, high: 0 });
    const independent = Float64Array.of(1, 0, 0, 1);
    expect(formulaInterval(norm('risk', [x, y], independent), lower, upper)).toEqual({ low: 0, high: Infinity });
    expect(formulaInterval(norm('risk', [y, constant('none', 0)], independent), lower, upper).high).toBe(4);
    expect(formulaInterval(norm('y alone', [x, y], Float64Array.of(0, 0, 0, 1)), lower, upper).high).toBe(4);
  });
});
