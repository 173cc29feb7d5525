import { describe, expect, it } from 'vitest';
import { CubicTable, TABLE_STEPS, tableMoves } from '../../../src/scenario/ellipsoid/cubic-table.js';

const tableOf = (f: (x: number) => number, reach: number): CubicTable =>
  new CubicTable(tableMoves(reach).map(f), reach);

describe('CubicTable', () => {
  it('has as many moves as steps and one, from end to end', () => {
    const moves = tableMoves(3);
    expect(moves.length).toBe(TABLE_STEPS + 1);
    expect([moves[0], moves[TABLE_STEPS / 2], moves[TABLE_STEPS]]).toEqual([-3, 0, 3]);
  });

  it('keeps a straight line straight, and says so', () => {
    const table = tableOf((x) => 5 - 2.5 * x, 2);
    for (const x of [-2, -1.234, 0, 0.01, 1.999, 2]) {
      expect(table.at(x)).toBeCloseTo(5 - 2.5 * x, 12);
      expect(table.slope).toBeCloseTo(-2.5, 10);
    }
    expect(table.straight()).toBeCloseTo(-2.5, 12);
    expect(tableOf((x) => x * x, 1).straight()).toBeNull();
    expect(tableOf(() => 0, 1).straight()).toBe(0);
  });

  it('follows a curve and its slope', () => {
    const table = tableOf(Math.sin, 3);
    for (let x = -2.9; x < 2.9; x += 0.137) {
      expect(table.at(x)).toBeCloseTo(Math.sin(x), 5);
      expect(table.slope).toBeCloseTo(Math.cos(x), 3);
    }
  });

  it('meets the values it is made of, and goes on straight beyond its ends', () => {
    const table = tableOf((x) => x ** 3, 1);
    for (const x of tableMoves(1)) expect(table.at(x)).toBeCloseTo(x ** 3, 12);
    const edge = table.at(1.5) - table.at(1);
    expect(table.at(2) - table.at(1)).toBeCloseTo(2 * edge, 10);
    expect(table.at(-2) - table.at(-1)).toBeCloseTo(-2 * edge, 10);
  });
});
