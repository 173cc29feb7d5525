import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  type Explanation,
  evaluate,
  explain,
  type Formula,
  max,
  min,
  norm,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { formulas, quantities } from './random-formula.js';

const none = new Float64Array(0);
const amounts = (values: readonly number[]): Formula[] => values.map((value) => constant(`${value}`, value));
const shown = (formula: Formula): string[] =>
  explain(formula, none).children.map(({ name, active }) => (active ? `${name}*` : name));

describe('explaining', () => {
  it('names every node with its amount', () => {
    const formula = sum('initial margin', [
      max('scan risk', [constant('down', 30), constant('up', -10)]),
      scale('basis', 0.5, constant('delta of BTC', 8)),
    ]);
    expect(explain(formula, none)).toEqual({
      name: 'initial margin',
      amount: 34,
      active: true,
      children: [
        {
          name: 'scan risk',
          amount: 30,
          active: true,
          children: [
            { name: 'down', amount: 30, active: true, children: [] },
            { name: 'up', amount: -10, active: false, children: [] },
          ],
        },
        {
          name: 'basis',
          amount: 4,
          active: true,
          children: [{ name: 'delta of BTC', amount: 8, active: true, children: [] }],
        },
      ],
    });
  });

  it('marks the largest of a max, largest first', () => {
    expect(shown(max('max', amounts([1, 9, 4])))).toEqual(['9*', '4', '1']);
  });

  it('marks the smallest of a min, smallest first', () => {
    expect(shown(min('min', amounts([1, 9, -4])))).toEqual(['-4*', '1', '9']);
  });

  it('marks every child of a tie, to a billionth', () => {
    const children = [
      constant('a', 1000),
      constant('b', 1000 * (1 - 1e-10)),
      constant('c', 1000 * (1 - 1e-8)),
      constant('d', 1000),
    ];
    expect(shown(max('max', children))).toEqual(['a*', 'd*', 'b*', 'c']);
  });

  it('of a book without risk marks them all', () => {
    expect(shown(max('max', [constant('down', 0), constant('up', 0), constant('no loss', 0)]))).toEqual([
      'down*',
      'up*',
      'no loss*',
    ]);
  });

  it('lists the twelve of many children nearest to deciding', () => {
    const children = amounts([...new Array(40).keys()]);
    expect(shown(max('max', children))).toEqual(['39*', ...[...new Array(11).keys()].map((k) => `${38 - k}`)]);
    expect(shown(min('min', children))).toEqual(['0*', ...[...new Array(11).keys()].map((k) => `${k + 1}`)]);
  });

  it('leaves parts of nothing out of a long sum and shows them in a short one', () => {
    expect(shown(sum('strikes', amounts([0, 3, 0, 5, -0])))).toEqual(['3*', '5*']);
    expect(shown(sum('margin', amounts([0, 3, 0, 5])))).toEqual(['0*', '3*', '0*', '5*']);
  });

  it('shows what a norm is taken over', () => {
    const formula = norm('risk', [constant('delta', 3), constant('vega', -4)], Float64Array.of(1, 0, 0, 1));
    expect(explain(formula, none)).toMatchObject({ amount: 5, children: [{ amount: 3 }, { amount: -4 }] });
  });

  it('shows amounts of the book, not of one contract', () => {
    expect(explain(sparseAffine('pnl', [1], [-2]), Float64Array.of(9, 4)).amount).toBe(-8);
  });

  it('agrees with evaluation at every node, and a decided node has a deciding child of its amount', () => {
    const check = (told: Explanation, node: Formula, book: Float64Array): void => {
      expect(told.amount).toBe(evaluate(node, book));
      if (node.kind !== 'max' && node.kind !== 'min') return;
      expect(told.children[0]!.active).toBe(true);
      // Adding nought makes a minus nought one.
      expect(told.children[0]!.amount + 0).toBe(told.amount + 0);
      expect(told.children.length).toBe(Math.min(12, node.children.length));
    };
    fc.assert(
      fc.property(formulas('any'), quantities, (formula, book) => {
        const told = explain(formula, book);
        check(told, formula, book);
        if (formula.kind === 'scale') check(told.children[0]!, formula.child, book);
        if (formula.kind === 'sum' && formula.children.length <= 4) {
          formula.children.forEach((child, k) => {
            check(told.children[k]!, child, book);
          });
        }
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});
