import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectiveAt } from '../../../src/optimizer/solver/objective-at.js';
import { dualBound } from '../../../src/optimizer/solver/weak-duality-bound.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;
const duals = (...y: number[]) => Float64Array.from(y);

const wyndor = denseProgram({
  cost: [-3, -5],
  rows: [
    [[1, 0], NONE, 4],
    [[0, 2], NONE, 12],
    [[3, 2], NONE, 18],
  ],
});

describe('dualBound', () => {
  it('meets the optimum at the optimal multipliers (Wyndor Glass: 36)', () => {
    expect(dualBound(wyndor, duals(0, -1.5, -1))).toBe(-36);
  });

  it('stays below it at others', () => {
    // By hand: 4 x 3 + 12 x 2.5 = 42.
    expect(dualBound(wyndor, duals(-3, -2.5, 0))).toBe(-42);
  });

  it('sets multipliers that push on a limit that is not there to nothing', () => {
    expect(dualBound(wyndor, duals(9, -1.5, -1))).toBe(-36);
    expect(dualBound(wyndor, duals(Number.NaN, -1.5, -1))).toBe(-36);
    expect(dualBound(wyndor, duals(NONE, -1.5, -1))).toBe(-36);
  });

  it('counts offset and column bounds', () => {
    const program = denseProgram({ cost: [2, -1], offset: 100, lower: [3, 0], upper: [9, 4], rows: [] });
    expect(dualBound(program, duals())).toBe(100 + 6 - 4);
  });

  it('takes the side of an equality or range row that the sign asks for', () => {
    const program = denseProgram({ cost: [1], lower: [NONE], rows: [[[1], 2, 5]] });
    expect(dualBound(program, duals(1))).toBe(2);
    expect(dualBound({ ...program, cost: duals(-1) }, duals(-1))).toBe(-5);
  });

  it('closes the last digit of a free epigraph column’s reduced cost with the bound its rows imply', () => {
    const third = 1 / 3;
    const row = (limit: number): [number[], number, number] => [[1, 0], limit, INF];
    const program = denseProgram({ cost: [1, 1], lower: [NONE, 0], upper: [INF, 1], rows: [row(6), row(6), row(6)] });
    // 0.1 + 0.2 + 0.7 and its like do not add up to the cost of 1; without a repair the bound would be -Infinity.
    for (const y of [duals(third, third, third * (1 - 1e-15)), duals(0.1, 0.2, 0.7), duals(0.3, 0.3, 0.4 + 1e-14)]) {
      expect(dualBound(program, y)).toBeCloseTo(6, 9);
      expect(dualBound(program, y)).toBeLessThanOrEqual(6 + 1e-14);
    }
  });

  it('moves a multiplier where no bound is implied', () => {
    // Two free columns tied to each other: z - w >= 0, w - z >= -3, cost z - w. Only exact multipliers 1 and 0 prove 0.
    const program = denseProgram({
      cost: [1, -1],
      lower: [NONE, NONE],
      rows: [
        [[1, -1], 0, INF],
        [[-1, 1], -3, INF],
      ],
    });
    expect(dualBound(program, duals(1 - 1e-9, 0))).toBeCloseTo(0, 8);
  });

  it('is -Infinity when the multipliers cannot be made to prove anything', () => {
    const falling = denseProgram({ cost: [-1, 0], rows: [[[1, -1], NONE, 1]] });
    expect(dualBound(falling, duals(-1))).toBe(NONE);
    expect(dualBound(falling, duals(0))).toBe(NONE);
  });

  it('is below the objective of every feasible point, whatever the multipliers', () => {
    const figure = fc.double({ min: -100, max: 100, noNaN: true });
    const coefficients = fc.array(figure, { minLength: 3, maxLength: 3 });
    const cases = fc.record({
      cost: coefficients,
      point: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
      rows: fc.array(fc.record({ coefficients, below: fc.boolean(), above: fc.boolean(), slack: fc.nat(20) }), {
        maxLength: 5,
      }),
      openBelow: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      openAbove: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      multipliers: fc.array(figure, { minLength: 5, maxLength: 5 }),
    });
    let finite = 0;
    fc.assert(
      fc.property(cases, ({ cost, point, rows, openBelow, openAbove, multipliers }) => {
        const program = denseProgram({
          cost,
          lower: point.map((value, j) => (openBelow[j] ? NONE : value - j)),
          upper: point.map((value, j) => (openAbove[j] ? INF : value + j)),
          rows: rows.map((row) => {
            const activity = row.coefficients.reduce((sum, a, j) => sum + a * point[j]!, 0);
            return [row.coefficients, row.below ? activity - row.slack : NONE, row.above ? activity + row.slack : INF];
          }),
        });
        const bound = dualBound(program, Float64Array.from(multipliers.slice(0, rows.length)));
        if (Number.isFinite(bound)) finite++;
        // The largest amounts added are 100 x 100 x 5 per row and column.
        expect(bound).toBeLessThanOrEqual(
          objectiveAt(program, Float64Array.from(point)) + 1e-8 * (1 + Math.abs(bound)),
        );
      }),
      { seed: 5, numRuns: 2000 },
    );
    expect(finite).toBeGreaterThan(500);
  });
});
