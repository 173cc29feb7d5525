import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  convexCover,
  denseAffine,
  describeFormula,
  directionalDerivative,
  evaluate,
  evaluateSingle,
  explain,
  type Formula,
  formulaInterval,
  gradient,
  hasMinimum,
  kthLargest,
  largest,
  max,
  min,
  NodeValues,
  oneSidedSlopes,
  opposite,
  ranked,
  scale,
  sum,
  sumOfLargest,
} from '../../src/formula/index.js';
import { formulas, quantities } from './random-formula.js';

const NOTHING = new Float64Array(0);
const amounts = (...values: number[]): Formula[] => values.map((value) => constant(`amount ${value}`, value));
const line = (name: string, ...slopes: number[]) => denseAffine(name, Float64Array.from(slopes));

describe('the k largest', () => {
  it('are what sorting says, whatever the order', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.nat(), (list, pick) => {
        const k = 1 + (pick % list.length);
        const descending = [...list].sort((a, b) => b - a);
        expect(evaluate(ranked('kth', k, amounts(...list)), NOTHING)).toBe(descending[k - 1]);
        const total = descending.slice(0, k).reduce((so, value) => so + value, 0);
        expect(evaluate(largest('top', k, amounts(...list)), NOTHING)).toBeCloseTo(total, 6);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('must be there', () => {
    for (const count of [0, 4, 1.5]) {
      expect(() => largest('top', count, amounts(1, 2, 3))).toThrow(RangeError);
      expect(() => ranked('kth', count, amounts(1, 2, 3))).toThrow("formula 'kth' counts to");
    }
    expect(() => kthLargest([1], 2)).toThrow(RangeError);
    expect(() => sumOfLargest([1], 2)).toThrow(RangeError);
    expect(sumOfLargest([1], 0)).toBe(0);
  });

  it('of one is the max, and the last by rank is the min', () => {
    fc.assert(
      fc.property(fc.array(formulas('any', 1), { minLength: 1, maxLength: 4 }), quantities, (children, book) => {
        const between = (a: Formula, b: Formula): number => Math.abs(evaluate(a, book) - evaluate(b, book));
        expect(between(largest('top', 1, children), max('max', children))).toBe(0);
        expect(between(ranked('last', children.length, children), min('min', children))).toBe(0);
        const all = evaluate(sum('sum', children), book);
        expect(evaluate(largest('all', children.length, children), book)).toBeCloseTo(all, 5);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('of a book of one line', () => {
    const children = [line('a', 1, 5), line('b', 2, -1), line('c', 3, 0)];
    expect(evaluateSingle(largest('top', 2, children), 0, 10)).toBe(50);
    expect(evaluateSingle(ranked('second', 2, children), 1, 10)).toBe(0);
  });

  it('lie between those of the ends of an interval', () => {
    const children = [line('a', 1), line('b', -2), line('c', 0.5)];
    // On -1..2 the children go over [-1, 2], [-4, 2] and [-0.5, 1].
    const [lower, upper] = [Float64Array.of(-1), Float64Array.of(2)];
    expect(formulaInterval(largest('top', 2, children), lower, upper)).toEqual({ low: -1.5, high: 4 });
    expect(formulaInterval(ranked('second', 2, children), lower, upper)).toEqual({ low: -1, high: 2 });
  });
});

describe('slopes where children are tied', () => {
  // At nothing, all four are 0 but d, which is far above: d counts, and one of a, b, c.
  const children = [line('a', 1), line('b', -3), line('c', 2), denseAffine('d', Float64Array.of(7), 100)];
  const book = Float64Array.of(0);
  const top = largest('top two', 2, children);
  const second = ranked('second', 2, children);

  it('upwards the fastest counts, downwards the one that falls least', () => {
    expect(oneSidedSlopes(top, book)).toEqual({ up: Float64Array.of(7 + 2), down: Float64Array.of(7 - 3) });
    expect(oneSidedSlopes(second, book)).toEqual({ up: Float64Array.of(2), down: Float64Array.of(-3) });
    const third = ranked('third', 3, children);
    expect(oneSidedSlopes(third, book)).toEqual({ up: Float64Array.of(1), down: Float64Array.of(1) });
  });

  it('along a direction, likewise', () => {
    const values = new NodeValues(book);
    const along = (node: Formula, contracts: number): number =>
      directionalDerivative(node, values, { columns: [0], contracts: [contracts] });
    expect([along(top, 1), along(top, -1), along(second, 1), along(second, -1)]).toEqual([9, -4, 2, 3]);
  });

  it('the gradient is the mean of the tied', () => {
    expect(gradient(top, book)[0]).toBeCloseTo(7 + (1 - 3 + 2) / 3, 12);
    expect(gradient(second, book)[0]).toBeCloseTo(0, 12);
  });
});

describe('what is told of the k largest', () => {
  it('lists the largest first, those that count active', () => {
    const { children } = explain(largest('top', 2, amounts(3, 9, 1, 5)), NOTHING);
    expect(children.map(({ amount, active }) => [amount, active])).toEqual([
      [9, true],
      [5, true],
      [3, false],
      [1, false],
    ]);
    const kth = explain(ranked('second', 2, amounts(3, 9, 1, 5)), NOTHING);
    expect(kth.children.filter(({ active }) => active).map(({ amount }) => amount)).toEqual([5]);
  });

  it('lists no more than fifty, and of a rank the dozen up to it and behind', () => {
    const many = amounts(...Array.from({ length: 200 }, (_, i) => i));
    expect(explain(largest('top', 80, many), NOTHING).children).toHaveLength(50);
    const { children } = explain(ranked('hundredth', 100, many), NOTHING);
    expect(children.map(({ amount }) => amount)).toEqual([...Array(12).keys()].map((i) => 111 - i));
    expect(children.at(-1)).toMatchObject({ amount: 100, active: true });
  });

  it('is a line of the tree', () => {
    expect(describeFormula(largest('tail', 2, amounts(1, 2)))).toContain('tail = sum of the largest 2 of');
    expect(describeFormula(ranked('quantile', 2, amounts(1, 2)))).toContain('quantile = number 2 by size of');
  });
});

describe('the opposite and the convex formula above', () => {
  it('the k-th largest of the opposites is the k-th smallest', () => {
    expect(opposite(ranked('second', 2, amounts(3, 9, 1, 5)), 'minus')).toEqual(
      ranked(
        'minus',
        3,
        amounts(3, 9, 1, 5).map((child) => opposite(child)),
      ),
    );
    expect(() => opposite(largest('top', 1, amounts(1)))).toThrow("formula 'top' is a largest and has no opposite");
  });

  it('only a rank below the first is not convex', () => {
    expect([1, 2].map((count) => hasMinimum(ranked('rank', count, amounts(1, 2))))).toEqual([false, true]);
    expect(hasMinimum(largest('top', 2, amounts(1, 2)))).toBe(false);
  });

  it('the cover is never below, and has no rank in it', () => {
    fc.assert(
      fc.property(formulas('any', 2), quantities, (node, book) => {
        const cover = convexCover(node);
        if (cover === null) return;
        expect(hasMinimum(cover)).toBe(false);
        const amount = evaluate(node, book);
        expect(evaluate(cover, book)).toBeGreaterThanOrEqual(amount - 1e-7 * Math.max(1, Math.abs(amount)));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('the cover is the mean of the tail; none is needed by a convex formula, none known of a min', () => {
    const node = sum('margin', [ranked('VaR', 2, amounts(3, 9, 1, 5)), constant('fee', 1)]);
    expect(evaluate(convexCover(node)!, NOTHING)).toBe((9 + 5) / 2 + 1);
    expect(convexCover(scale('half', 0.5, max('max', amounts(1, 2))))).toBeNull();
    expect(convexCover(sum('both', [node, min('min', amounts(1, 2))]))).toBeNull();
  });
});
