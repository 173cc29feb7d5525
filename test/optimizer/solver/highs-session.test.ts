import { describe, expect, it, vi } from 'vitest';
import { HighsSession } from '../../../src/optimizer/solver/highs-session.js';
import type { LinearProgram, RowBlock } from '../../../src/optimizer/solver/linear-program.js';
import { discardHighs, loadHighs } from '../../../src/optimizer/solver/load-highs.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import { dualBound } from '../../../src/optimizer/solver/weak-duality-bound.js';
import { denseProgram } from './dense-program.js';
import { doNothing, hardContinuousProgram } from './hard-program.js';
import { marginLikeProgram } from './margin-like-program.js';
import { solveOptions } from './solve-options.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

/** The program with its first `count` rows, and the rest as a block. */
function cut(program: LinearProgram, count: number): { first: LinearProgram; rest: RowBlock } {
  const { rows } = program;
  const block = (from: number, to: number): RowBlock => {
    const [start, end] = [rows.starts[from]!, rows.starts[to]!];
    return {
      count: to - from,
      lower: rows.lower.slice(from, to),
      upper: rows.upper.slice(from, to),
      starts: rows.starts.slice(from, to + 1).map((at) => at - start),
      indices: rows.indices.slice(start, end),
      values: rows.values.slice(start, end),
    };
  };
  return { first: { ...program, rows: block(0, count) }, rest: block(count, rows.count) };
}

describe('a session held open', () => {
  it('solves again after rows were added, with one multiplier for each row', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const program = marginLikeProgram(seed, 'many scenarios');
      // The first scenarios bound the margin; limits and budget come later.
      const { first, rest } = cut(program, 20);
      const session = new HighsSession(first);
      const before = await session.solve(solveOptions());
      session.addRows(rest);
      const after = await session.solve(solveOptions());
      session.dispose();
      const cold = new HighsSession(program);
      const whole = await cold.solve(solveOptions());
      cold.dispose();
      if (before.status !== 'optimal' || after.status !== 'optimal' || whole.status !== 'optimal')
        throw new Error('optimum');
      expect(before.objective).toBeLessThanOrEqual(after.objective + 1e-9);
      expect(Math.abs(after.objective - whole.objective)).toBeLessThan(1e-9 * Math.abs(whole.objective));
      expect(after.rowDuals).toHaveLength(program.rows.count);
      expect(dualBound(program, after.rowDuals!)).toBeCloseTo(after.objective, 6);
    }
  });

  it('takes rows before its first solve, and rows that make it infeasible', async () => {
    const session = new HighsSession(denseProgram({ cost: [1], upper: [9], rows: [] }));
    session.addRows(denseProgram({ cost: [1], rows: [[[1], 4, INF]] }).rows);
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: 4 });
    session.addRows(denseProgram({ cost: [1], rows: [[[1], NONE, 3]] }).rows);
    expect(await session.solve(solveOptions())).toEqual({ status: 'infeasible' });
    session.dispose();
  });

  it('gives the same answer twice', async () => {
    const session = new HighsSession(marginLikeProgram(4, 'duplicates'));
    const first = await session.solve(solveOptions());
    expect(await session.solve(solveOptions())).toEqual(first);
    session.dispose();
  });

  it('can be disposed twice, and says so when it is used afterwards', async () => {
    const session = new HighsSession(denseProgram({ cost: [1], rows: [] }));
    session.dispose();
    session.dispose();
    await expect(session.solve(solveOptions())).rejects.toThrow('this solver session was disposed');
    expect(() => session.addRows(denseProgram({ cost: [1], rows: [] }).rows)).toThrow('disposed');
  });
});

describe('a stop', () => {
  const program = hardContinuousProgram(700);
  const nothing = doNothing(program);

  it('by the time limit leaves a bound, and a point only if it keeps every row', async () => {
    const session = new HighsSession(program);
    const outcome = await session.solve(solveOptions({ timeLimit: 0.3 }));
    session.dispose();
    if (outcome.status !== 'stoppedEarly') throw new Error(`not stopped but ${outcome.status}`);
    expect(outcome.reason).toBe('time');
    expect(outcome.bound).toBeLessThanOrEqual(nothing[0]!);
    expect(outcome.worstViolation).toBeLessThanOrEqual(1e-6);
  });

  it('by a signal is heard while a solve is running', async () => {
    const session = new HighsSession(program);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const outcome = await session.solve(solveOptions({ signal: controller.signal }));
    expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'interrupted' });
    session.dispose();
  });

  it('does not come in the way of a solve that is never stopped', async () => {
    const small = marginLikeProgram(2, 'plain');
    const session = new HighsSession(small);
    const { signal } = new AbortController();
    const watched = await session.solve(solveOptions({ signal }));
    const unwatched = await session.solve(solveOptions());
    session.dispose();
    expect(watched).toEqual(unwatched);
  });
});

describe('the engine', () => {
  it('is loaded once per process and again after it was discarded', async () => {
    const first = await loadHighs();
    expect(await loadHighs()).toBe(first);
    discardHighs();
    expect(await loadHighs()).not.toBe(first);
  });

  it('is started afresh when it aborts, out of memory, in the middle of a session', async () => {
    const engine = await loadHighs();
    const abort = vi.spyOn(engine, 'createModel').mockImplementation(() => {
      throw Object.assign(new Error('Aborted(OOM)'), { name: 'RuntimeError' });
    });
    const session = new HighsSession(denseProgram({ cost: [1], lower: [2], rows: [] }));
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: 2 });
    expect(abort).toHaveBeenCalledOnce();
    expect(await loadHighs()).not.toBe(engine);
    session.dispose();
  });

  it('prints nothing', async () => {
    const out = vi.spyOn(process.stdout, 'write');
    const err = vi.spyOn(process.stderr, 'write');
    const log = vi.spyOn(console, 'log');
    const session = (await loadSolver('highs')).open(marginLikeProgram(1, 'infeasible'));
    await session.solve(solveOptions());
    session.dispose();
    for (const stream of [out, err, log]) {
      expect(stream).not.toHaveBeenCalled();
      stream.mockRestore();
    }
  });

  it('is the pinned version', async () => {
    const solver = await loadSolver('highs');
    expect(solver.id).toBe('highs');
    expect(solver.version).toMatch(/^1\.15\./);
  });
});
