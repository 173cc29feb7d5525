import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/optimizer/solver/check-solution.js';
import type { LinearProgram } from '../../../src/optimizer/solver/linear-program.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import { objectiveAt } from '../../../src/optimizer/solver/objective-at.js';
import type { SolveOptions, SolveOutcome } from '../../../src/optimizer/solver/solver.js';
import { denseProgram } from './dense-program.js';
import { doNothing, hardIntegerProgram } from './hard-program.js';
import { seededRandom } from './seeded-random.js';
import { solveOptions } from './solve-options.js';

const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

async function solved(program: LinearProgram, changes: Partial<SolveOptions> = {}): Promise<SolveOutcome> {
  const session = (await loadSolver('highs')).open(program);
  try {
    return await session.solve(solveOptions(changes));
  } finally {
    session.dispose();
  }
}

/** A margin column above every scenario, whole lots of four trades, limits as small as a gamma's. */
function lotsProgram(seed: number): LinearProgram {
  const random = seededRandom(seed);
  const around = (size: number) => size * (2 * random() - 1);
  const scale = [1e5, 1e3, 1, 1e-5][seed % 4]!;
  const scenarios = Array.from({ length: 6 }, () => {
    const payoff = Array.from({ length: 4 }, () => around(scale));
    return [[1, ...payoff], 4 * scale * random(), INF] as const;
  });
  const gamma = Array.from({ length: 4 }, () => around(1e-6));
  const program = denseProgram({
    cost: [1, ...Array.from({ length: 4 }, () => 0.05 * scale * random())],
    upper: [INF, 3, 3, 3, 3],
    rows: [...scenarios, [[0, ...gamma], -1e-6, 1e-6], [[0, 1, 1, 1, 1], NONE, 5]],
  });
  return { ...program, integer: Uint8Array.of(0, 1, 1, 1, 1) };
}

/** The best objective by trying all 4^4 combinations; the margin is the worst scenario's. */
function bruteForce(program: LinearProgram): number {
  let best = INF;
  for (let code = 0; code < 256; code++) {
    const x = Float64Array.of(0, code & 3, (code >> 2) & 3, (code >> 4) & 3, (code >> 6) & 3);
    for (let i = 0; i < 6; i++) {
      let activity = 0;
      for (let j = 1; j <= 4; j++) activity += program.rows.values[5 * i + j]! * x[j]!;
      x[0] = Math.max(x[0]!, program.rows.lower[i]! - activity);
    }
    if (checkSolution(program, x).worstViolation < 1e-9) best = Math.min(best, objectiveAt(program, x));
  }
  return best;
}

describe('integer programs', () => {
  it('agree with trying every combination, at every scale', async () => {
    for (let seed = 1; seed <= 24; seed++) {
      const program = lotsProgram(seed);
      const outcome = await solved(program);
      const best = bruteForce(program);
      if (outcome.status !== 'optimal') throw new Error(`seed ${seed}: ${JSON.stringify(outcome)}`);
      expect(Math.abs(outcome.objective - best), `seed ${seed}`).toBeLessThanOrEqual(1e-8 * best);
      expect(outcome.bound).toBeLessThanOrEqual(outcome.objective);
      expect(outcome.rowDuals).toBeNull();
      expect(outcome.x.slice(1).every(Number.isInteger)).toBe(true);
      expect(checkSolution(program, outcome.x).worstViolation).toBeLessThan(1e-9);
    }
  });

  it('solve a knapsack (Martello and Toth, Knapsack Problems, 1990: 107 for this one)', async () => {
    // profits 70 20 39 37 7 5 10, weights 31 10 20 19 4 3 6, capacity 50.
    const profits = [70, 20, 39, 37, 7, 5, 10];
    const knapsack = denseProgram({
      cost: profits.map((profit) => -profit),
      upper: profits.map(() => 1),
      integer: true,
      rows: [[[31, 10, 20, 19, 4, 3, 6], NONE, 50]],
    });
    const outcome = await solved(knapsack);
    expect(outcome).toMatchObject({ status: 'optimal', objective: -107 });
    expect([...(outcome.status === 'optimal' ? outcome.x : [])]).toEqual([1, 0, 0, 1, 0, 0, 0]);
  });

  it.each([
    ['no whole number between the limits', { cost: [1], rows: [[[2], 1, 1]] }, 'infeasible'],
    ['rows that contradict one another', { cost: [1, 1], upper: [1, 1], rows: [[[1, 1], 3, INF]] }, 'infeasible'],
    ['nothing to stop it', { cost: [-1, 0], rows: [[[1, -1], NONE, 1]] }, 'unbounded'],
    [
      'infeasible with an objective that would fall for ever',
      {
        cost: [-1, 0],
        rows: [
          [[2, -2], 1, 1],
          [[1, 1], 0, INF],
        ],
      },
      'infeasible',
    ],
  ] as const)('say what they are: %s', async (_, dense, status) => {
    expect(await solved(denseProgram({ ...dense, integer: true }))).toEqual({ status });
  });

  it('take added rows', async () => {
    const session = (await loadSolver('highs')).open(
      denseProgram({ cost: [-1], upper: [9.5], integer: true, rows: [] }),
    );
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: -9 });
    session.addRows(denseProgram({ cost: [0], rows: [[[2], NONE, 13]] }).rows);
    expect(await session.solve(solveOptions())).toMatchObject({ status: 'optimal', objective: -6 });
    session.dispose();
    await expect(session.solve(solveOptions())).rejects.toThrow('disposed');
  });
});

describe('a search that is stopped', () => {
  const program = hardIntegerProgram();
  const start = doNothing(program);
  const atStart = objectiveAt(program, start);

  function expectUsable(outcome: SolveOutcome, reason: 'time' | 'interrupted' | 'effort'): void {
    if (outcome.status !== 'stoppedEarly') throw new Error(`not stopped but ${outcome.status}`);
    expect(outcome.reason).toBe(reason);
    expect(outcome.x).not.toBeNull();
    expect(checkSolution(program, outcome.x!).worstViolation).toBeLessThanOrEqual(1e-6);
    expect(outcome.x!.slice(1).every(Number.isInteger)).toBe(true);
    expect(outcome.objective).toBe(objectiveAt(program, outcome.x!));
    expect(outcome.objective).toBeLessThanOrEqual(atStart);
    expect(outcome.bound).toBeLessThanOrEqual(outcome.objective!);
  }

  it('by the time limit has a usable point and a bound', async () => {
    const outcome = await solved(program, { timeLimit: 2, start });
    expectUsable(outcome, 'time');
    expect(outcome).toMatchObject({ bound: expect.toSatisfy(Number.isFinite) });
    expect((outcome as { objective: number }).objective).toBeLessThan(atStart);
  });

  it('before it could do anything still has the point it started from', async () => {
    expectUsable(await solved(program, { timeLimit: 0.001, start }), 'time');
  });

  it('by a number of nodes stops at the same place every time', async () => {
    const outcomes = [
      await solved(program, { timeLimit: 600, nodeLimit: 20, start }),
      await solved(program, { timeLimit: 600, nodeLimit: 20, start }),
    ];
    expectUsable(outcomes[0]!, 'effort');
    expect(outcomes[0]).toMatchObject({ bound: expect.toSatisfy(Number.isFinite) });
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  it('by a signal stops at once with the best point so far', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 700);
    expectUsable(await solved(program, { timeLimit: 60, start, signal: controller.signal }), 'interrupted');
  });

  it('has no point when none was found or given', async () => {
    const outcome = await solved(program, { signal: AbortSignal.abort() });
    const nothing = { x: null, objective: null, bound: NONE };
    expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'interrupted', ...nothing });
  });

  it('does not use a start that breaks a limit', async () => {
    const broken = start.map((value, j) => (j === 0 ? 0 : value));
    const outcome = await solved(program, { timeLimit: 0.001, start: broken });
    expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'time' });
    const x = outcome.status === 'stoppedEarly' ? outcome.x : null;
    if (x !== null) expect(checkSolution(program, x).worstViolation).toBeLessThanOrEqual(1e-6);
  });
});
