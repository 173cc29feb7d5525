import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  denseAffine,
  evaluate,
  evaluateAffine,
  evaluateNorm,
  type Formula,
  max,
  min,
  norm,
  normArguments,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { formulas, quantities } from './random-formula.js';

const book = Float64Array.of(2, -3, 5);
const x = sparseAffine('x', [0], [1]);
const y = sparseAffine('y', [1], [1]);

/** Hand-worked on the book (2, -3, 5). */
const CASES: [string, Formula, number][] = [
  ['a constant', constant('cash', 4), 4],
  ['a dense affine node: 1 + 10 x 2 - 20 x 3 + 30 x 5', denseAffine('pnl', Float64Array.of(10, 20, 30), 1), 111],
  ['a sparse affine node: 0.5 + 4 x 5 - 1 x 2', sparseAffine('pnl', [2, 0], [4, -1], 0.5), 18.5],
  ['a sum: 2 - 3 + 4', sum('sum', [x, y, constant('cash', 4)]), 3],
  ['a scaled child: 0.8 x -3', scale('part', 0.8, y), -2.4000000000000004],
  ['the largest: max(2, -3, -1)', max('worst', [x, y, constant('floor', -1)]), 2],
  ['the largest of negatives', max('worst', [y, constant('floor', -4)]), -3],
  ['the smallest: min(2, -3)', min('better of', [x, y]), -3],
  // 2^2 + (-3)^2 + 2 x 0.5 x 2 x (-3) = 7
  ['a norm', norm('risk', [x, y], Float64Array.of(1, 0.5, 0.5, 1)), Math.sqrt(7)],
  // Perfectly correlated opposites of equal size: 2^2 - 2 x 2 x 2 + 2^2 = 0.
  ['a norm that cancels', norm('risk', [x, sparseAffine('-x', [0], [-1])], Float64Array.of(1, 1, 1, 1)), 0],
];

describe('evaluating', () => {
  it.each(CASES)('%s', (_what, formula, amount) => {
    expect(evaluate(formula, book)).toBeCloseTo(amount, 12);
  });

  it('nests', () => {
    // max(2 x (2 - 3), min(5, 7)) + sqrt((-3)^2) = 5 + 3
    const nested = sum('margin', [
      max('max', [
        scale('twice', 2, sum('net', [x, y])),
        min('min', [sparseAffine('z', [2], [1]), constant('cap', 7)]),
      ]),
      norm('norm', [y], Float64Array.of(1)),
    ]);
    expect(evaluate(nested, book)).toBe(8);
  });

  it('never returns NaN for a norm whose square rounds below zero', () => {
    // Correlation -1 written so that the square is -5.5e-17 in exact arithmetic.
    const matrix = Float64Array.of(1, -1 - 2 ** -53 * 4, -1 - 2 ** -53 * 4, 1);
    expect(evaluateNorm(Float64Array.of(0.25, 0.25), matrix)).toBe(0);
  });

  it('hands out the arguments of a norm in order', () => {
    const node = norm('risk', [y, x, constant('cash', 9)], new Float64Array(9));
    expect([...normArguments(node, book)]).toEqual([-3, 2, 9]);
  });
});

describe('convexity', () => {
  it('the amount at the middle of two books is at most the mean of their amounts', () => {
    fc.assert(
      fc.property(formulas('convex'), quantities, quantities, (formula, a, b) => {
        const middle = a.map((value, j) => (value + b[j]!) / 2);
        const mean = (evaluate(formula, a) + evaluate(formula, b)) / 2;
        const size = Math.abs(evaluate(formula, a)) + Math.abs(evaluate(formula, b)) + 1;
        expect(evaluate(formula, middle)).toBeLessThanOrEqual(mean + 1e-9 * size);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('is lost with a min, which is why the optimizer must know', () => {
    const better = min('better of', [x, sparseAffine('-x', [0], [-1])]);
    expect(evaluate(better, Float64Array.of(0))).toBeGreaterThan(
      (evaluate(better, Float64Array.of(1)) + evaluate(better, Float64Array.of(-1))) / 2,
    );
  });

  it('affine nodes are linear between books', () => {
    fc.assert(
      fc.property(quantities, quantities, quantities, (coefficients, a, b) => {
        const node = denseAffine('pnl', coefficients, 3);
        const together = evaluateAffine(
          node,
          a.map((value, j) => value + b[j]!),
        );
        // The constant is counted once.
        expect(together).toBeCloseTo(evaluateAffine(node, a) + evaluateAffine(node, b) - 3, 7);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
