import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/optimizer/solver/check-solution.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;
const at = (...x: number[]) => Float64Array.from(x);

describe('checkSolution', () => {
  it('finds nothing wrong with a point inside every limit', () => {
    const program = denseProgram({ cost: [1, 1], upper: [5, 5], rows: [[[1, 1], 1, 4]] });
    const nothing = { rowViolation: 0, worstRow: -1, boundViolation: 0, fractionality: 0, worstViolation: 0 };
    expect(checkSolution(program, at(1, 2))).toEqual(nothing);
    expect(checkSolution(program, at(4, 0))).toEqual(nothing);
  });

  it('measures a row’s violation by its own limit, above and below', () => {
    const rows = [[[1, 1], 10, 100]] as const;
    const program = denseProgram({ cost: [0, 0], rows });
    expect(checkSolution(program, at(60, 41)).rowViolation).toBeCloseTo(0.01, 12);
    expect(checkSolution(program, at(4, 5)).rowViolation).toBeCloseTo(0.1, 12);
  });

  it('sees a gamma limit of 1e-6 exceeded by nine per cent, which an absolute tolerance of 1e-6 does not', () => {
    const program = denseProgram({ cost: [0, 0], rows: [[[2e-6, -1e-6], NONE, 1e-6]] });
    expect(checkSolution(program, at(1, 0.91)).rowViolation).toBeCloseTo(0.09, 9);
  });

  it('names the worst row', () => {
    const program = denseProgram({
      cost: [0],
      rows: [
        [[1], NONE, 0.9],
        [[1], NONE, 0.5],
        [[1], NONE, 2],
      ],
    });
    expect(checkSolution(program, at(1))).toMatchObject({ worstRow: 1, rowViolation: 1 });
  });

  it('asks of a zero limit no more than a thousandth of the flows that net out in it', () => {
    const program = denseProgram({ cost: [0, 0], rows: [[[1e5, -1e5], 0, 0]] });
    // One part in 1e12 of the flows is rounding; one part in 1e5 is not.
    expect(checkSolution(program, at(3, 3 * (1 + 1e-12))).rowViolation).toBeLessThan(1e-8);
    expect(checkSolution(program, at(3, 3 * (1 + 1e-5))).rowViolation).toBeGreaterThan(1e-3);
  });

  it('does not blow up noise near nothing: a billionth of a contract against a limit of zero', () => {
    const program = denseProgram({ cost: [0], lower: [NONE], rows: [[[7], 0, INF]] });
    expect(checkSolution(program, at(-1e-12)).rowViolation).toBeLessThan(1e-6);
  });

  it('measures bounds and fractions', () => {
    const program = denseProgram({ cost: [0, 0], upper: [200, 3], integer: true, rows: [] });
    const check = checkSolution(program, at(201, 2.75));
    expect(check).toMatchObject({ rowViolation: 0, fractionality: 0.25, worstViolation: 0.25 });
    expect(check.boundViolation).toBeCloseTo(0.005, 12);
    expect(checkSolution(program, at(-0.5, 1)).boundViolation).toBe(0.5);
  });

  it.each([Number.NaN, INF, NONE])('counts %s as infinitely wrong', (value) => {
    const program = denseProgram({ cost: [0, 0], rows: [[[1, 1], NONE, 5]] });
    expect(checkSolution(program, at(1, value)).worstViolation).toBe(INF);
  });

  it('counts a missing value as infinitely wrong', () => {
    expect(checkSolution(denseProgram({ cost: [0, 0], rows: [] }), at(1)).worstViolation).toBe(INF);
  });
});
