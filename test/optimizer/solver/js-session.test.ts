import { describe, expect, it } from 'vitest';
import { JsSession } from '../../../src/optimizer/solver/js-session.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import { dualBound } from '../../../src/optimizer/solver/weak-duality-bound.js';
import { denseProgram } from './dense-program.js';
import { doNothing, hardContinuousProgram } from './hard-program.js';
import { marginLikeProgram } from './margin-like-program.js';
import { solveOptions } from './solve-options.js';

const { POSITIVE_INFINITY: INF } = Number;

describe('the js engine', () => {
  it('refuses integer programs in plain words', async () => {
    const session = new JsSession(denseProgram({ cost: [1], integer: true, rows: [[[1], 1, INF]] }));
    const detail = 'the js engine solves continuous programs only';
    expect(await session.solve(solveOptions())).toEqual({ status: 'numericalFailure', detail });
    session.dispose();
  });

  it('refuses programs that are too large for it, saying how large it may be', async () => {
    const session = new JsSession(hardContinuousProgram(1010));
    const outcome = await session.solve(solveOptions());
    expect(outcome.status).toBe('numericalFailure');
    expect(outcome).toMatchObject({
      detail: expect.stringContaining('1011 columns and 2020 limits, at most 1000 columns'),
    });
    session.dispose();
  });

  it('counts duplicates once: five hundred copies of two columns are two columns', async () => {
    const copies = 1000;
    const cost = Array.from({ length: copies }, (_, j) => 1 + (j % 2));
    const row = [cost.map(() => 1), 1500, INF] as const;
    const session = new JsSession(denseProgram({ cost, upper: cost.map(() => 2), rows: [row] }));
    // 1,000 units at cost 1, the other 500 at cost 2.
    const outcome = await session.solve(solveOptions());
    expect(outcome).toMatchObject({ status: 'optimal', objective: 2000, bound: 2000 });
    session.dispose();
  });

  it('takes added rows', async () => {
    const program = denseProgram({ cost: [1, 1], rows: [[[1, 2], 4, INF]] });
    const session = new JsSession(program);
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: 2 });
    session.addRows(denseProgram({ cost: [1, 1], rows: [[[1, -1], 1, INF]] }).rows);
    const outcome = await session.solve(solveOptions());
    // x0 + 2 x1 = 4 and x0 - x1 = 1: (2, 1).
    expect(outcome).toMatchObject({ status: 'optimal', objective: 3 });
    expect(outcome.status === 'optimal' ? outcome.rowDuals : null).toHaveLength(2);
    session.dispose();
    await expect(session.solve(solveOptions())).rejects.toThrow('disposed');
  });

  it('proves a program of two hundred candidates by its own multipliers', async () => {
    const program = marginLikeProgram(31, 'duplicates', false, 200);
    const session = new JsSession(program);
    const outcome = await session.solve(solveOptions());
    session.dispose();
    if (outcome.status !== 'optimal') throw new Error(JSON.stringify(outcome));
    expect(outcome.worstViolation).toBeLessThan(1e-6);
    const gap = outcome.objective - dualBound(program, outcome.rowDuals!);
    expect(gap).toBeLessThan(1e-6 * outcome.objective);
  });

  it('says which package it is', async () => {
    expect(await loadSolver('js')).toMatchObject({ id: 'js', version: '1.0.3' });
  });
});

describe('its worker', () => {
  const program = hardContinuousProgram(600);

  it('is ended when the time is up, leaving the point it was given', async () => {
    const session = new JsSession(program);
    const start = doNothing(program);
    const outcome = await session.solve(solveOptions({ timeLimit: 0.4, start }));
    expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'time', objective: start[0], bound: -INF });
    session.dispose();
  });

  it('is ended by a signal, and the session can solve again', async () => {
    const session = new JsSession(denseProgram({ cost: [1], lower: [2], rows: [] }));
    const busy = new JsSession(program);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const outcome = await busy.solve(solveOptions({ signal: controller.signal }));
    expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'interrupted', x: null });
    const again = await busy.solve(solveOptions({ timeLimit: 0.2 }));
    expect(again).toMatchObject({ status: 'stoppedEarly', reason: 'time' });
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: 2 });
    session.dispose();
    busy.dispose();
  });
});
