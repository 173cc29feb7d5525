import { describe, expect, it } from 'vitest';
import { OpenNodes } from '../../../src/optimizer/solver/open-nodes.js';

const node = (bound: number, column = 0) => ({ bound, branches: [{ column, lower: 0, upper: 1 }], basis: null });

describe('open nodes', () => {
  it('begin with the root, of which nothing is known', () => {
    const open = new OpenNodes();
    expect(open.takeLeast()).toEqual({ bound: -Infinity, branches: [], basis: null });
    expect(open.takeLeast()).toBeNull();
  });

  it('come out with the least bound first', () => {
    const open = new OpenNodes();
    open.takeLeast();
    for (const bound of [3, 1, 2, 1.5]) open.push(node(bound));
    expect([1, 2, 3, 4].map(() => open.takeLeast()!.bound)).toEqual([1, 1.5, 2, 3]);
  });

  it('come out in their order where bounds are equal', () => {
    const open = new OpenNodes();
    open.takeLeast();
    open.push(node(1, 7));
    open.push(node(1, 8));
    expect(open.takeLeast()!.branches[0]!.column).toBe(7);
  });
});
