import { expect, it } from 'vitest';
import { settleWithoutEngine } from '../../../src/optimizer/solver/settle-without-engine.js';
import { denseProgram } from './dense-program.js';
import { solveOptions } from './solve-options.js';

const ordinary = denseProgram({ cost: [1], rows: [[[1], 1, 2]] });

it('leaves an ordinary program to the engine', () => {
  expect(settleWithoutEngine(ordinary, solveOptions())).toBeNull();
});

it('does not start what was stopped already', () => {
  const outcome = settleWithoutEngine(ordinary, solveOptions({ signal: AbortSignal.abort() }));
  expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'interrupted', x: null, objective: null });
});

it('answers a program without columns by its offset, if zero keeps its rows', () => {
  const kept = denseProgram({ cost: [], offset: 3, rows: [[[], -1, 1]] });
  expect(settleWithoutEngine(kept, solveOptions())).toMatchObject({ status: 'optimal', objective: 3, bound: 3 });
  const broken = denseProgram({ cost: [], offset: 3, rows: [[[], 1, 2]] });
  expect(settleWithoutEngine(broken, solveOptions())).toEqual({ status: 'infeasible' });
});

it('sees that no whole number lies between 1.2 and 1.8', () => {
  const between = { cost: [1], lower: [1.2], upper: [1.8], rows: [] };
  expect(settleWithoutEngine(denseProgram({ ...between, integer: true }), solveOptions())).toEqual({
    status: 'infeasible',
  });
  expect(settleWithoutEngine(denseProgram(between), solveOptions())).toBeNull();
});

it('sees crossed limits of a row', () => {
  const crossed = denseProgram({ cost: [1], rows: [[[1], 2, 1]] });
  expect(settleWithoutEngine(crossed, solveOptions())).toEqual({ status: 'infeasible' });
});
