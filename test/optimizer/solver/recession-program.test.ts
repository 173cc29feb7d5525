import { expect, it } from 'vitest';
import { recessionProgram } from '../../../src/optimizer/solver/recession-program.js';
import { denseProgram } from './dense-program.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

it('leaves every finite limit alone and boxes the open sides', () => {
  const program = denseProgram({
    cost: [1, 2, 3, 4],
    offset: 9,
    lower: [5, NONE, NONE, 0],
    upper: [7, 6, INF, INF],
    rows: [
      [[1, 1, 1, 1], 10, INF],
      [[0, 2, 0, -1], -1, 8],
      [[1, 0, 1, 0], NONE, 9],
    ],
  });
  expect(recessionProgram(program)).toEqual(
    denseProgram({
      cost: [1, 2, 3, 4],
      lower: [0, -1, -1, 0],
      upper: [0, 0, 1, 1],
      rows: [
        [[1, 1, 1, 1], 0, INF],
        [[0, 2, 0, -1], 0, 0],
        [[1, 0, 1, 0], NONE, 0],
      ],
    }),
  );
});
