import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionProgram, conditionRows, originalDuals } from '../../../src/optimizer/solver/condition-program.js';
import { denseProgram } from './dense-program.js';
import { marginLikeProgram } from './margin-like-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

describe('conditionProgram', () => {
  it('scales each row, with its limits, so that its largest coefficient lies in [1, 2)', () => {
    const program = denseProgram({
      cost: [1, 1],
      rows: [
        [[1e5, -3e5], NONE, 6e5],
        [[1e-6, 2e-7], -1e-6, 1e-6],
      ],
    });
    const { program: scaled, rowScale } = conditionProgram(program);
    expect([...rowScale]).toEqual([2 ** -18, 2 ** 20]);
    expect(scaled.rows.values[1]).toBe(-3e5 / 2 ** 18);
    expect(scaled.rows.upper[0]).toBe(6e5 / 2 ** 18);
    expect(scaled.rows.lower[0]).toBe(NONE);
    expect(scaled.rows.lower[1]).toBe(-1e-6 * 2 ** 20);
  });

  it('uses powers of two only: undoing them gives every number back, bit for bit', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    const row = fc.tuple(fc.array(number, { minLength: 3, maxLength: 3 }), number, number);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const program = denseProgram({ cost: [1, 2, 3], rows });
        const { rows: scaled, rowScale } = conditionRows(program.rows);
        for (let i = 0; i < scaled.count; i++) {
          expect(Number.isInteger(Math.log2(rowScale[i]!))).toBe(true);
          // A limit may fall below the smallest normal number when its row is huge.
          if (Math.abs(program.rows.lower[i]!) > 1e-250)
            expect(scaled.lower[i]! / rowScale[i]!).toBe(program.rows.lower[i]);
          const entries = [...scaled.values.slice(scaled.starts[i], scaled.starts[i + 1])].map(Math.abs);
          if (rowScale[i] === 1 && Math.max(0, ...entries) < 1e-300) continue;
          expect(Math.max(...entries)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...entries)).toBeLessThan(2);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('drops coefficients below 1e-9 of their row’s largest, and only those', () => {
    const program = denseProgram({ cost: [1, 1, 1], rows: [[[1e6, 0.9e-3, 1.1e-3], 0, INF]] });
    const { rows } = conditionProgram(program).program;
    expect([...rows.indices]).toEqual([0, 2]);
    expect([...rows.starts]).toEqual([0, 2]);
  });

  it('scales an objective of 3e-9 up, offset included, and a large one down', () => {
    const small = conditionProgram(denseProgram({ cost: [-3e-9], offset: 1e-8, rows: [] }));
    expect(small.program.cost[0]).toBe(-3e-9 * small.costScale);
    expect(small.program.offset).toBe(1e-8 * small.costScale);
    expect(Math.abs(small.program.cost[0]!)).toBeGreaterThanOrEqual(1);
    expect(Math.abs(conditionProgram(denseProgram({ cost: [5e7, 1], rows: [] })).program.cost[0]!)).toBeLessThan(2);
  });

  it('leaves a program without coefficients or costs as it is', () => {
    const program = denseProgram({ cost: [0, 0], rows: [[[0, 0], -1, 1]] });
    expect(conditionProgram(program)).toEqual({ program, rowScale: Float64Array.of(1), costScale: 1 });
  });

  it('leaves columns and bounds alone, so that x carries over', () => {
    const program = marginLikeProgram(3, 'plain');
    const { program: scaled } = conditionProgram(program);
    expect(scaled.lower).toEqual(program.lower);
    expect(scaled.upper).toEqual(program.upper);
  });
});

it('originalDuals undoes both scales: cost = dual x coefficient stays true', () => {
  // minimise 8e6 x with 1e-3 x >= 1: the dual is cost / coefficient = 8e9.
  const conditioned = conditionProgram(denseProgram({ cost: [8e6], rows: [[[1e-3], 1, INF]] }));
  const scaledDual = conditioned.program.cost[0]! / conditioned.program.rows.values[0]!;
  const [dual] = originalDuals(Float64Array.of(scaledDual), conditioned.rowScale, conditioned.costScale);
  expect(dual).toBeCloseTo(8e9, 3);
});
