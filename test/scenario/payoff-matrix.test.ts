import { describe, expect, it } from 'vitest';
import { PayoffMatrix } from '../../src/scenario/index.js';

describe('a payoff matrix', () => {
  it('hands out a scenario as one run of instruments, not a copy', () => {
    const matrix = new PayoffMatrix(3, 2);
    matrix.values.set([1, 2, 3, 10, 20, 30]);
    expect([...matrix.scenario(1)]).toEqual([10, 20, 30]);
    matrix.scenario(0)[2] = 7;
    expect(matrix.values[2]).toBe(7);
  });
});
