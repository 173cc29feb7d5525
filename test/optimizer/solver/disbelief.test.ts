import { afterEach, describe, expect, it, vi } from 'vitest';
import { HighsModel } from '../../../src/optimizer/solver/highs-model.js';
import { JsSimplex } from '../../../src/optimizer/solver/js-simplex.js';
import type { SimplexClaim } from '../../../src/optimizer/solver/js-simplex-worker.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import type { SolveOutcome } from '../../../src/optimizer/solver/solver.js';
import { denseProgram } from './dense-program.js';
import { solveOptions } from './solve-options.js';

// What happens when an engine is wrong, which both of them were at some time: the lies are put into its mouth.

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;
const at = (...x: number[]) => Float64Array.from(x);

// minimise x0 + 2 x1 with x0 + x1 >= 4, x0 <= 3: the answer is (3, 1), worth 5, multiplier 2.
const program = denseProgram({ cost: [1, 2], upper: [3, INF], rows: [[[1, 1], 4, INF]] });

async function solved(id: 'highs' | 'js', toSolve = program): Promise<SolveOutcome> {
  const session = (await loadSolver(id)).open(toSolve);
  try {
    return await session.solve(solveOptions());
  } finally {
    session.dispose();
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('HiGHS', () => {
  it('is asked three ways before a suboptimal "optimal" becomes a numerical failure', async () => {
    vi.spyOn(HighsModel.prototype, 'point').mockReturnValue(at(0, 4));
    const run = vi.spyOn(HighsModel.prototype, 'run');
    const outcome = await solved('highs');
    expect(outcome.status).toBe('numericalFailure');
    expect(run.mock.calls.map(([attempt]) => `${attempt.presolve} ${attempt.solver}`)).toEqual([
      'off choose',
      'on choose',
      'on ipm',
    ]);
    expect(outcome).toMatchObject({
      detail: expect.stringContaining('presolve off, solver choose: the answer 8 is not'),
    });
    expect(outcome).toMatchObject({ detail: expect.stringContaining('presolve on, solver ipm: ') });
  });

  it('is believed as soon as one way is right', async () => {
    vi.spyOn(HighsModel.prototype, 'point').mockReturnValueOnce(at(3, 0.9));
    expect(await solved('highs')).toMatchObject({ status: 'optimal', objective: 5, bound: 5 });
  });

  it('is given up with its status when it has no answer', async () => {
    const unknown = 15;
    vi.spyOn(HighsModel.prototype, 'run').mockReturnValue(unknown);
    expect(await solved('highs')).toMatchObject({ detail: expect.stringContaining('HiGHS ended with status 15') });
  });

  it.each([
    ['unbounded', denseProgram({ cost: [-1, 0], rows: [[[1, -1], NONE, 1]] })],
    ['infeasible', denseProgram({ cost: [-1, 0], upper: [1, 1], rows: [[[1, 1], 3, INF]] })],
  ])('saying "unbounded or infeasible" is asked again without an objective: %s', async (status, toSolve) => {
    const unboundedOrInfeasible = 9;
    const run = vi.spyOn(HighsModel.prototype, 'run').mockReturnValueOnce(unboundedOrInfeasible);
    expect(await solved('highs', toSolve)).toEqual({ status });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('keeps its objective after it was taken away for that question', async () => {
    const session = (await loadSolver('highs')).open(program);
    vi.spyOn(HighsModel.prototype, 'run').mockReturnValueOnce(9);
    expect(await session.solve(solveOptions())).toEqual({ status: 'unbounded' });
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: 5 });
    session.dispose();
  });
});

describe('javascript-lp-solver', () => {
  // Canonical variables: x0, x1. Canonical rows: x0 <= 3, then the row.
  const truth: SimplexClaim = { feasible: true, bounded: true, values: at(3, 1), multipliers: at(1, 2) };
  // The dual program's variables are the canonical rows, its multipliers the canonical variables.
  const dualTruth: SimplexClaim = { feasible: true, bounded: true, values: at(1, 2), multipliers: at(3, 1) };
  const says = (...claims: SimplexClaim[]) => {
    const solve = vi.spyOn(JsSimplex.prototype, 'solve');
    for (const claim of claims) solve.mockResolvedValueOnce(claim);
    return solve;
  };

  it('is believed when its point and multipliers fit', async () => {
    says(truth);
    expect(await solved('js')).toMatchObject({ status: 'optimal', objective: 5, bound: 5 });
  });

  it.each([
    ['breaks a row', { ...truth, values: at(3, 0.5) }],
    ['is not the best', { ...truth, values: at(0, 4) }],
    ['has multipliers that prove nothing', { ...truth, multipliers: at(0, 0) }],
    ['is not a number', { ...truth, values: at(Number.NaN, 1), multipliers: at(Number.NaN, INF) }],
  ])('is set right by its dual program when its answer %s', async (_, lie) => {
    const solve = says(lie, dualTruth);
    expect(await solved('js')).toMatchObject({ status: 'optimal', objective: 5, bound: 5 });
    expect(solve).toHaveBeenCalledTimes(2);
  });

  it('fails rather than repeat a falsehood told of the whole, its dual and the part that decides it', async () => {
    const lie = { ...truth, values: at(0, 4) };
    says(lie, { ...dualTruth, multipliers: at(0, 5) }, lie);
    const outcome = await solved('js');
    expect(outcome.status).toBe('numericalFailure');
    expect(outcome).toMatchObject({ detail: expect.stringContaining('is not proven optimal: the bound is 5') });
  });

  it('fails when it says infeasible without multipliers that prove it', async () => {
    says({ ...truth, feasible: false }, { ...truth, feasible: false });
    const detail = 'javascript-lp-solver: says infeasible without proof';
    expect(await solved('js')).toEqual({ status: 'numericalFailure', detail });
  });

  it('fails when it says unbounded at a point that breaks a limit', async () => {
    const lie = { ...truth, bounded: false, values: at(0, 0) };
    says(lie, lie);
    const detail = 'javascript-lp-solver: says unbounded at a point that breaks a limit';
    expect(await solved('js')).toEqual({ status: 'numericalFailure', detail });
  });

  it('fails when it says unbounded and no direction falls for ever', async () => {
    const lie = { ...truth, bounded: false };
    says(lie, { ...truth, values: at(0, 0) }, lie);
    const detail = 'javascript-lp-solver: says unbounded without proof';
    expect(await solved('js')).toEqual({ status: 'numericalFailure', detail });
  });

  it.each([
    ['infeasible', { ...truth, feasible: false }],
    ['unbounded', { ...truth, bounded: false, values: at(0, 0) }],
  ])('is set right by the part that decides when it calls the whole %s', async (_, lie) => {
    const solve = says(lie);
    expect(await solved('js')).toMatchObject({ status: 'optimal', objective: 5, bound: 5 });
    expect(solve.mock.calls.length).toBeGreaterThanOrEqual(2);
  });

  it('is asked for the dual program when it hangs', async () => {
    const solve = vi.spyOn(JsSimplex.prototype, 'solve');
    solve.mockResolvedValueOnce({ end: 'time', detail: 'no answer within 5.0 s' });
    expect(await solved('js')).toMatchObject({ status: 'optimal', objective: 5, bound: 5 });
    expect(solve).toHaveBeenCalledTimes(2);
  });

  it('fails, naming the guard, when it hangs on both', async () => {
    vi.spyOn(JsSimplex.prototype, 'solve').mockResolvedValue({ end: 'time', detail: 'no answer within 5.0 s' });
    const detail = 'javascript-lp-solver: no answer within 5.0 s';
    expect(await solved('js')).toEqual({ status: 'numericalFailure', detail });
  });

  it('fails with the reason when its worker breaks down, and starts another', async () => {
    const simplex = new JsSimplex();
    const canonical = {
      variables: 1,
      cost: at(1),
      floor: at(2),
      starts: Int32Array.of(0, 1),
      indices: Int32Array.of(0),
      values: at(1),
    };
    const broken = { ...canonical, indices: Int32Array.of(7) };
    expect(await simplex.solve(broken, 10, null)).toMatchObject({ end: 'crashed' });
    expect(await simplex.solve(canonical, 10, null)).toEqual({
      feasible: true,
      bounded: true,
      values: at(2),
      multipliers: at(1),
    });
    simplex.dispose();
  });
});
