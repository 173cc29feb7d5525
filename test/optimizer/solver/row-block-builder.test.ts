import { describe, expect, it } from 'vitest';
import { RowBlockBuilder } from '../../../src/optimizer/solver/row-block-builder.js';

const row = { name: 'limit vega.BTC', lower: -1, upper: 1, indices: [0, 2], values: [3, -4] };

describe('RowBlockBuilder', () => {
  it('lays rows out one after another', () => {
    const builder = new RowBlockBuilder(3);
    expect(builder.addRow(row)).toBe(0);
    const second = { name: 'scenario 1', lower: 5, upper: Number.POSITIVE_INFINITY, indices: [1], values: [2] };
    expect(builder.addRow(second)).toBe(1);
    const block = builder.build();
    expect(block.count).toBe(2);
    expect([...block.starts]).toEqual([0, 2, 3]);
    expect([...block.indices]).toEqual([0, 2, 1]);
    expect([...block.values]).toEqual([3, -4, 2]);
    expect([...block.lower]).toEqual([-1, 5]);
    expect([...block.upper]).toEqual([1, Number.POSITIVE_INFINITY]);
    expect(builder.rowNames).toEqual(['limit vega.BTC', 'scenario 1']);
  });

  it('leaves exact zeros out and takes typed arrays', () => {
    const builder = new RowBlockBuilder(3);
    builder.addRow({ ...row, indices: Int32Array.of(0, 1, 2), values: Float64Array.of(0, 7, 0) });
    const block = builder.build();
    expect([...block.indices]).toEqual([1]);
    expect([...block.values]).toEqual([7]);
  });

  it('builds a copy: rows added later do not reach into it', () => {
    const builder = new RowBlockBuilder(3);
    builder.addRow(row);
    const block = builder.build();
    builder.addRow(row);
    expect(block.count).toBe(1);
    expect(builder.build().count).toBe(2);
  });

  it('allows a row that nothing can satisfy: that is for the solver to find', () => {
    const builder = new RowBlockBuilder(3);
    expect(builder.addRow({ ...row, lower: 2, upper: 1 })).toBe(0);
  });

  it.each([
    ['a coefficient that is not finite', { values: [3, Number.NaN] }, 'limit vega.BTC: coefficient of column 2 is NaN'],
    ['an infinite coefficient', { values: [Number.POSITIVE_INFINITY, 1] }, 'coefficient of column 0 is Infinity'],
    ['an unknown column', { indices: [0, 3] }, 'no column 3 among 3'],
    ['a negative column', { indices: [-1, 2] }, 'no column -1 among 3'],
    ['half a column', { indices: [0.5, 2] }, 'no column 0.5 among 3'],
    ['a column named twice', { indices: [2, 2] }, 'column 2 appears twice'],
    ['lists of different length', { indices: [0] }, '1 columns but 2 coefficients'],
    ['a NaN limit', { lower: Number.NaN }, 'limits NaN .. 1 are not a range'],
    ['a lower limit of Infinity', { lower: Number.POSITIVE_INFINITY }, 'limits Infinity .. 1 are not a range'],
    ['an upper limit of -Infinity', { upper: Number.NEGATIVE_INFINITY }, 'limits -1 .. -Infinity are not a range'],
  ])('refuses %s', (_, change, message) => {
    const builder = new RowBlockBuilder(3);
    expect(() => builder.addRow({ ...row, ...change })).toThrow(message);
    expect(() => builder.addRow({ ...row, ...change })).toThrow(RangeError);
  });
});
