import { describe, expect, it } from 'vitest';
import { ProgramBuilder } from '../../../src/optimizer/solver/program-builder.js';

const { POSITIVE_INFINITY: INF } = Number;
const column = { name: 'buy BTC-PERP', lower: 0, upper: 10, cost: 1.5 };

describe('ProgramBuilder', () => {
  it('keeps names beside the numbers', () => {
    const builder = new ProgramBuilder();
    expect(builder.addColumn({ name: 'margin', lower: 0, upper: INF, cost: 1 })).toBe(0);
    expect(builder.addColumn(column)).toBe(1);
    expect(builder.addRow({ name: 'scenario -16%', lower: 3, upper: INF, indices: [0, 1], values: [1, 2] })).toBe(0);
    builder.addOffset(4);
    builder.addOffset(-1);
    const program = builder.build();
    expect(builder.columnNames).toEqual(['margin', 'buy BTC-PERP']);
    expect(builder.rowNames).toEqual(['scenario -16%']);
    expect([builder.columns, builder.rows]).toEqual([2, 1]);
    expect(program).toMatchObject({ columns: 2, offset: 3, integer: null });
    expect([...program.cost]).toEqual([1, 1.5]);
    expect([...program.lower]).toEqual([0, 0]);
    expect([...program.upper]).toEqual([INF, 10]);
    expect([...program.rows.values]).toEqual([1, 2]);
  });

  it('marks integer columns, and has no marks when there are none', () => {
    const builder = new ProgramBuilder();
    builder.addColumn(column);
    builder.addColumn({ ...column, integer: true });
    expect([...builder.build().integer!]).toEqual([0, 1]);
  });

  it('lets a row use columns added after an earlier row, but none that are still to come', () => {
    const builder = new ProgramBuilder();
    const row = { name: 'budget', lower: 0, upper: 1, indices: [0], values: [1] };
    expect(() => builder.addRow(row)).toThrow('no column 0 among 0');
    builder.addColumn(column);
    builder.addRow(row);
    builder.addColumn(column);
    builder.addRow({ ...row, indices: [1] });
    expect([...builder.build().rows.indices]).toEqual([0, 1]);
  });

  it.each([
    ['an infinite cost', { cost: INF }, 'column buy BTC-PERP: cost is Infinity'],
    ['a NaN cost', { cost: Number.NaN }, 'cost is NaN'],
    ['a NaN bound', { upper: Number.NaN }, 'column buy BTC-PERP: limits 0 .. NaN are not a range'],
  ])('refuses %s', (_, change, message) => {
    const builder = new ProgramBuilder();
    expect(() => builder.addColumn({ ...column, ...change })).toThrow(message);
  });

  it('refuses an offset that is not finite', () => {
    expect(() => new ProgramBuilder().addOffset(Number.NaN)).toThrow('objective offset is NaN');
  });

  it('does not mind two columns of one name, or a name that reads like a number', () => {
    const builder = new ProgramBuilder();
    expect([builder.addColumn({ ...column, name: '3' }), builder.addColumn({ ...column, name: '3' })]).toEqual([0, 1]);
  });
});
