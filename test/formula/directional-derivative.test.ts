import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  directionalDerivative,
  gradient,
  NodeValues,
  norm,
  oneSidedSlopes,
  opposite,
  sparseAffine,
} from '../../src/formula/index.js';
import { COLUMNS, formulas, quantities } from './random-formula.js';

const ALL = [...new Array(COLUMNS).keys()];
const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));

describe('the derivative along a direction', () => {
  it('is the one-sided slope along a single column, forwards and backwards', () => {
    fc.assert(
      fc.property(formulas('any'), quantities, fc.nat(COLUMNS - 1), (formula, book, j) => {
        const { up, down } = oneSidedSlopes(formula, book);
        const values = new NodeValues(book);
        close(directionalDerivative(formula, values, { columns: [j], contracts: [1] }), up[j]!);
        close(-directionalDerivative(formula, values, { columns: [j], contracts: [-1] }), down[j]!);
      }),
      { seed: 411, numRuns: 500 },
    );
  });

  it('is never below any tie rule’s gradient along it, where the formula is convex', () => {
    fc.assert(
      fc.property(formulas('convex'), quantities, quantities, (formula, book, way) => {
        const along = directionalDerivative(formula, new NodeValues(book), { columns: ALL, contracts: [...way] });
        const linear = gradient(formula, book).reduce((total, slope, j) => total + slope * way[j]!, 0);
        expect(along).toBeGreaterThanOrEqual(linear - 1e-9 * (1 + Math.abs(linear)));
      }),
      { seed: 412, numRuns: 500 },
    );
  });

  it('takes the fastest of what is tied, the slowest below a min', () => {
    const size = absolute('size', sparseAffine('net', [0, 1], [2, 1]));
    const flat = new NodeValues(new Float64Array(2));
    const way = { columns: [0, 1], contracts: [1, -5] };
    expect(directionalDerivative(size, flat, way)).toBe(3);
    expect(directionalDerivative(opposite(size), flat, way)).toBe(-3);
  });

  it('adds up a column that is named twice, and measures a norm at nothing by the way taken', () => {
    const root = norm('root', [sparseAffine('x', [0], [1]), sparseAffine('y', [1], [1])], Float64Array.of(1, 0, 0, 1));
    const flat = new NodeValues(new Float64Array(2));
    expect(directionalDerivative(root, flat, { columns: [0, 0, 1], contracts: [1, 2, -4] })).toBe(5);
  });
});
