import { describe, expect, it } from 'vitest';
import { fractionalColumns, worthTrying } from '../../../src/optimizer/solver/branching-columns.js';
import { RowBlockBuilder } from '../../../src/optimizer/solver/index.js';
import { PseudoCosts } from '../../../src/optimizer/solver/pseudo-costs.js';

const program = {
  columns: 4,
  offset: 0,
  cost: new Float64Array(4),
  lower: new Float64Array(4),
  upper: new Float64Array(4).fill(9),
  integer: Uint8Array.of(1, 0, 1, 1),
  rows: new RowBlockBuilder(4).build(),
};

describe('columns to branch on', () => {
  it('are those that are to be whole and are not, rounding aside', () => {
    expect(fractionalColumns(program, Float64Array.of(0.5, 0.5, 2, 3 + 1e-9))).toEqual([0]);
    expect(fractionalColumns({ ...program, integer: null }, Float64Array.of(0.5, 0.5, 0.5, 0.5))).toEqual([]);
  });

  it('are tried furthest from whole first, only so many', () => {
    const x = Float64Array.of(0.9, 0, 2.5, 1.3);
    expect(worthTrying(x, [0, 2, 3], new PseudoCosts(), 2)).toEqual([2, 3]);
  });

  it('are led by the one whose branches have cost the most', () => {
    const costs = new PseudoCosts();
    for (const way of ['down', 'up'] as const) {
      costs.learn(0, way, 100, 0.5);
      costs.learn(2, way, 1, 0.5);
      costs.learn(3, way, 1, 0.5);
    }
    const tried = worthTrying(Float64Array.of(0.9, 0, 2.5, 1.3), [0, 2, 3], costs, 1);
    expect(tried).toEqual([0, 2]);
  });
});
