import { describe, expect, it } from 'vitest';
import { constant, isLinear, max, min, scale, sparseAffine, sum } from '../../src/formula/index.js';

const line = sparseAffine('line', [0], [1]);

describe('isLinear', () => {
  it('is true of affine nodes, their sums and multiples', () => {
    expect(isLinear(sum('sum', [line, scale('twice', 2, sum('inner', [line, constant('one', 1)]))]))).toBe(true);
  });

  it('is false where something is chosen', () => {
    expect(isLinear(max('largest', [line, constant('none', 0)]))).toBe(false);
    expect(isLinear(sum('sum', [line, scale('twice', 2, min('smallest', [line]))]))).toBe(false);
  });
});
