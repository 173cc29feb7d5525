import { expect, it } from 'vitest';
import { provesInfeasible } from '../../../src/optimizer/solver/proves-infeasible.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;
const by = (...multipliers: number[]) => Float64Array.from(multipliers);

it('adds the rows of a contradiction up: x >= 2 and x <= 1', () => {
  const program = denseProgram({
    cost: [5],
    rows: [
      [[1], 2, INF],
      [[1], NONE, 1],
    ],
  });
  expect(provesInfeasible(program, by(1, -1))).toBe(true);
  expect(provesInfeasible(program, by(3, -3))).toBe(true);
  expect(provesInfeasible(program, by(0, 0))).toBe(false);
  expect(provesInfeasible(program, by(-1, 1))).toBe(false);
});

it('uses bounds: x0 + x1 >= 3 with both at most 1', () => {
  const program = denseProgram({ cost: [0, 0], upper: [1, 1], rows: [[[1, 1], 3, INF]] });
  expect(provesInfeasible(program, by(1))).toBe(true);
  expect(provesInfeasible(denseProgram({ cost: [0, 0], upper: [1, 2], rows: [[[1, 1], 3, INF]] }), by(1))).toBe(false);
});

it('takes no rounding for a proof: 0.1 + 0.2 >= 0.3', () => {
  const program = denseProgram({
    cost: [0],
    lower: [NONE],
    rows: [
      [[1], 0.1 + 0.2, INF],
      [[1], NONE, 0.3],
    ],
  });
  expect(provesInfeasible(program, by(1, -1))).toBe(false);
});

it('is not moved by the objective or its offset', () => {
  const program = denseProgram({ cost: [9, 9], offset: 1e6, upper: [1, 1], rows: [[[1, 1], 1, INF]] });
  expect(provesInfeasible(program, by(1))).toBe(false);
  expect(provesInfeasible(program, by(0))).toBe(false);
});
