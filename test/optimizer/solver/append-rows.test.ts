import { expect, it } from 'vitest';
import { appendRows } from '../../../src/optimizer/solver/append-rows.js';
import { denseProgram } from './dense-program.js';

const first = [[1, 2], 0, 5] as const;
const second = [[0, 3], -1, 1] as const;
const third = [[4, 0], 2, 2] as const;

it('puts rows after the program’s own, as if they had been there from the start', () => {
  const program = denseProgram({ cost: [1, 1], rows: [first] });
  const { rows: block } = denseProgram({ cost: [0, 0], rows: [second, third] });
  expect(appendRows(program, block)).toEqual(denseProgram({ cost: [1, 1], rows: [first, second, third] }));
});

it('leaves its arguments alone and takes an empty block', () => {
  const program = denseProgram({ cost: [1, 1], rows: [first] });
  const { rows: none } = denseProgram({ cost: [0, 0], rows: [] });
  expect(appendRows(program, none)).toEqual(program);
  expect(appendRows({ ...program, rows: none }, program.rows)).toEqual(program);
  expect(program.rows.count).toBe(1);
});
