import { describe, expect, it } from 'vitest';
import { denseAffine, sparseAffine } from '../../src/formula/index.js';
import { affineForm, columnForm, combine, constantForm } from '../../src/optimizer/linear-form.js';

describe('affineForm', () => {
  it('spreads sparse coefficients over the lines, times a factor', () => {
    const form = affineForm(sparseAffine('a', [3, 1], [2, -1], 5), 4, 10);
    expect(form.constant).toBe(50);
    expect([...form.perLine!]).toEqual([0, -10, 0, 20]);
    expect(form.extra.size).toBe(0);
  });

  it('takes dense coefficients in order and copies them', () => {
    const node = denseAffine('a', Float64Array.of(1, 2), -3);
    const form = affineForm(node, 2);
    form.perLine![0] = 99;
    expect(node.coefficients[0]).toBe(1);
    expect(form.constant).toBe(-3);
  });
});

describe('combine', () => {
  it('adds constants, lines and columns with their factors', () => {
    const form = combine([
      { form: affineForm(sparseAffine('a', [0], [1], 1), 2), factor: 2 },
      { form: affineForm(sparseAffine('b', [1], [4], 10), 2), factor: -0.5 },
      { form: columnForm(7), factor: 3 },
      { form: columnForm(7), factor: 4 },
      { form: constantForm(100), factor: 1 },
    ]);
    expect(form.constant).toBe(2 - 5 + 100);
    expect([...form.perLine!]).toEqual([2, -2]);
    expect([...form.extra]).toEqual([[7, 7]]);
  });

  it('has no lines where none of its terms has', () => {
    expect(combine([{ form: columnForm(0), factor: 1 }]).perLine).toBeNull();
    expect(combine([])).toEqual({ constant: 0, perLine: null, extra: new Map() });
  });

  it('leaves its terms as they were', () => {
    const form = affineForm(sparseAffine('a', [0], [1], 1), 1);
    combine([{ form, factor: 5 }]);
    expect([...form.perLine!]).toEqual([1]);
  });
});
