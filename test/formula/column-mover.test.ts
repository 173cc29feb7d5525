import { describe, expect, it } from 'vitest';
import {
  columnMover,
  constant,
  denseAffine,
  evaluate,
  type Formula,
  max,
  min,
  norm,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';

const first = sparseAffine('first', [0], [2], 5);
const both = denseAffine('both', Float64Array.of(1, -3));
/** The first line is column 4; the second is two contracts, of a tenth in column 1 and of ten in column 0. */
const move = columnMover([
  [{ column: 4, factor: 1 }],
  [
    { column: 1, factor: 0.1 },
    { column: 0, factor: 10 },
  ],
]);
const WIDE = Float64Array.of(0.5, 20, 99, 99, 7);
const NARROW = Float64Array.of(7, 0.1 * 20 + 10 * 0.5);

describe('columnMover', () => {
  const nodes: Formula[] = [
    first,
    both,
    constant('none', 3),
    sum('sum', [first, both]),
    scale('scale', 1.5, both),
    max('max', [first, both, constant('floor', -1)]),
    min('min', [first, both]),
    norm('norm', [first, both], Float64Array.of(1, 0.5, 0.5, 1)),
  ];

  it.each(nodes.map((node) => [node.kind, node] as const))(
    '%s: the wide book has the amount of the narrow one',
    (_kind, node) => {
      expect(evaluate(move(node), WIDE)).toBeCloseTo(evaluate(node, NARROW), 12);
      expect(move(node).name).toBe(node.name);
    },
  );

  it('keeps nodes that are shared, within a formula and between formulas', () => {
    const twice = move(sum('twice', [first, first]));
    if (twice.kind !== 'sum') throw new Error(twice.kind);
    expect(twice.children[0]).toBe(twice.children[1]);
    expect(move(first)).toBe(twice.children[0]);
  });
});
