import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  constant,
  denseAffine,
  evaluate,
  type Formula,
  gradient,
  max,
  min,
  norm,
  oneSidedSlopes,
  positivePart,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { COLUMNS, formulas, quantities } from './random-formula.js';

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((total, x, j) => total + x * b[j]!, 0);

/** The same formula without its constants, so that it is homogeneous of degree one. */
function homogeneous(node: Formula): Formula {
  switch (node.kind) {
    case 'affine':
      return { ...node, constant: 0 };
    case 'scale':
      return { ...node, child: homogeneous(node.child) };
    default:
      return { ...node, children: node.children.map(homogeneous) };
  }
}

function shifted(book: Float64Array, column: number, by: number): Float64Array {
  const moved = book.slice();
  moved[column] = moved[column]! + by;
  return moved;
}

describe('the gradient of a formula', () => {
  it('agrees with central differences wherever the two one-sided differences agree', () => {
    const step = 1e-5;
    let smooth = 0;
    fc.assert(
      fc.property(formulas('convex'), quantities, fc.nat(COLUMNS - 1), (formula, book, j) => {
        const here = evaluate(formula, book);
        const ahead = (evaluate(formula, shifted(book, j, step)) - here) / step;
        const behind = (here - evaluate(formula, shifted(book, j, -step))) / step;
        const room = 1e-4 * (1 + Math.abs(ahead)) + (1e-14 * Math.abs(here)) / step;
        // What bends by more than this between the two differences may hide a kink.
        if (Math.abs(ahead - behind) > room / 10) return;
        smooth += 1;
        expect(Math.abs(gradient(formula, book)[j]! - (ahead + behind) / 2)).toBeLessThanOrEqual(room);
      }),
      { seed: 401, numRuns: 1500 },
    );
    expect(smooth).toBeGreaterThan(1000);
  });

  it('adds up to the amount over the book, where the formula has no constants (Euler)', () => {
    fc.assert(
      fc.property(formulas('any').map(homogeneous), quantities, (formula, book) => {
        const amount = evaluate(formula, book);
        expect(Math.abs(dot(gradient(formula, book), book) - amount)).toBeLessThanOrEqual(
          1e-6 * (1 + Math.abs(amount)),
        );
      }),
      { seed: 402, numRuns: 1000 },
    );
  });

  it('lies below a convex formula everywhere', () => {
    fc.assert(
      fc.property(formulas('convex'), quantities, quantities, (formula, book, other) => {
        const at = evaluate(formula, book);
        const there = evaluate(formula, other);
        const step = Float64Array.from(other, (value, j) => value - book[j]!);
        const scaleOf = 1 + Math.abs(at) + Math.abs(there);
        expect(at + dot(gradient(formula, book), step)).toBeLessThanOrEqual(there + 1e-6 * scaleOf);
      }),
      { seed: 403, numRuns: 1000 },
    );
  });

  it('is the mean of those that are tied, of a max as of a min', () => {
    const a = denseAffine('a', Float64Array.of(3, 1));
    const b = denseAffine('b', Float64Array.of(1, 3));
    const c = denseAffine('c', Float64Array.of(9, -9));
    const even = Float64Array.of(5, 5);
    expect([...gradient(max('worst', [a, b, c]), even)]).toEqual([2, 2]);
    expect([...gradient(min('best', [a, b, denseAffine('d', Float64Array.of(9, 9))]), even)]).toEqual([2, 2]);
    expect([...gradient(max('worst', [a, b, c]), Float64Array.of(5, 0))]).toEqual([9, -9]);
  });

  it('takes what is nothing but rounding for a tie: 0.1 + 0.2 - 0.3 contracts are flat', () => {
    const net = sparseAffine('net', [0, 1, 2], [1, 1, -1]);
    const flat = Float64Array.of(0.1, 0.2, 0.3);
    expect([...gradient(positivePart('net long', net), flat)]).toEqual([0.5, 0.5, -0.5]);
    expect([...gradient(absolute('net', net), flat)]).toEqual([0, 0, 0]);
  });

  it('goes through sums, factors and norms: 3-4-5 has the slopes 0.6 and 0.8', () => {
    const legs = [sparseAffine('x', [0], [1]), sparseAffine('y', [1], [1])];
    const root = norm('root', legs, Float64Array.of(1, 0, 0, 1));
    const formula = sum('all', [scale('half', 0.5, root), sparseAffine('z', [2], [7], 100)]);
    const slopes = [...gradient(formula, Float64Array.of(3, 4, 1))];
    expect(slopes[0]).toBeCloseTo(0.3, 14);
    expect(slopes[1]).toBeCloseTo(0.4, 14);
    expect(slopes[2]).toBe(7);
    expect([...gradient(root, new Float64Array(2))]).toEqual([0, 0]);
    expect([...gradient(scale('none', 0, root), Float64Array.of(3, 4))]).toEqual([0, 0]);
    expect([...gradient(constant('floor', 50), Float64Array.of(3, 4))]).toEqual([0, 0]);
  });
});

describe('one-sided slopes', () => {
  it('are the one-sided differences, at kinks too', () => {
    // Whole quantities and coefficients put many books on a kink.
    const whole = fc
      .array(fc.integer({ min: -2, max: 2 }), { minLength: 2, maxLength: 2 })
      .map((values) => Float64Array.from(values));
    const child = whole.map((coefficients) => denseAffine('part', coefficients));
    const family = fc.array(child, { minLength: 1, maxLength: 4 });
    const tree = fc
      .tuple(family, family, family)
      .map(([a, b, c]) => sum('all', [max('worst', [min('best', a), ...b]), scale('twice', 2, max('other', c))]));
    const step = 1e-6;
    let kinks = 0;
    fc.assert(
      fc.property(tree, whole, fc.nat(1), (formula, book, j) => {
        const { up, down } = oneSidedSlopes(formula, book);
        const here = evaluate(formula, book);
        expect(up[j]).toBeCloseTo((evaluate(formula, shifted(book, j, step)) - here) / step, 6);
        expect(down[j]).toBeCloseTo((here - evaluate(formula, shifted(book, j, -step))) / step, 6);
        if (up[j] !== down[j]) kinks += 1;
      }),
      { seed: 404, numRuns: 1500 },
    );
    expect(kinks).toBeGreaterThan(100);
  });

  it('have the gradient between them where the formula is convex', () => {
    fc.assert(
      fc.property(formulas('convex'), quantities, (formula, book) => {
        const { up, down } = oneSidedSlopes(formula, book);
        gradient(formula, book).forEach((slope, j) => {
          const room = 1e-9 * (1 + Math.abs(slope));
          expect(down[j]!).toBeLessThanOrEqual(slope + room);
          expect(up[j]!).toBeGreaterThanOrEqual(slope - room);
        });
      }),
      { seed: 405, numRuns: 500 },
    );
  });

  it('of a norm at nothing go up either way', () => {
    const legs = [sparseAffine('x', [0, 1], [3, 1]), sparseAffine('y', [0], [4])];
    const { up, down } = oneSidedSlopes(
      scale('twice', 2, norm('root', legs, Float64Array.of(1, 0, 0, 1))),
      new Float64Array(2),
    );
    expect([...up]).toEqual([10, 2]);
    expect([...down]).toEqual([-10, -2]);
  });
});
