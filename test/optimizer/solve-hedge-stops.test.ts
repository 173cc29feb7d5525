import { describe, expect, it } from 'vitest';
import { absolute, denseAffine, sparseAffine } from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import type { SolveOutcome } from '../../src/optimizer/solver/index.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { scriptedSolver } from './scripted-solver.js';
import { solveOptions } from './solver/solve-options.js';

/** Seven held, to be sold in lots of two; the margin is what is left. */
const margin = absolute('margin', denseAffine('left', Float64Array.of(1)));
const problem = (changes: Partial<HedgeProblem> = {}) =>
  aProblem(margin, [aCandidate(0, { asks: [], lot: 2 })], { present: Float64Array.of(7), ...changes });

/** A stop at a point of the program: sold, then the epigraph column as the engine believes it to be. */
const stopped = (bound: number, ...x: number[]): SolveOutcome => ({
  status: 'stoppedEarly',
  reason: 'time',
  x: x.length === 0 ? null : Float64Array.from(x),
  objective: null,
  bound,
  worstViolation: 0,
});
const optimal = (bound: number, ...x: number[]): SolveOutcome => ({
  status: 'optimal',
  x: Float64Array.from(x),
  objective: bound,
  rowDuals: null,
  bound,
  worstViolation: 0,
});

async function answer(asked: HedgeProblem, ...script: SolveOutcome[]) {
  const { solver, seen } = scriptedSolver(script);
  return { outcome: await solveHedge(asked, solver, solveOptions({ timeLimit: 5 })), seen };
}

describe('a linear search that is stopped', () => {
  it('answers with the point it had, and the bound', async () => {
    const { outcome } = await answer(problem(), stopped(1, 5, 2));
    expect(outcome).toMatchObject({
      status: 'stopped',
      bound: 1,
      lpBound: null,
      multipliers: [],
      trades: [{ direction: -1, quantity: 5 }],
    });
  });

  it('answers with the present book where it had none, and the bound that the columns prove', async () => {
    const { outcome } = await answer(problem(), stopped(-Infinity));
    expect(outcome).toMatchObject({ status: 'stopped', trades: [] });
    // The objective of every trade at its largest: what the columns' bounds alone prove.
    expect(outcome).toHaveProperty('bound', -3);
  });

  it('does not answer with a book that is worse than the present one', async () => {
    const short = problem({ present: Float64Array.of(-3) });
    expect((await answer(short, stopped(0, 5, 0))).outcome).toMatchObject({ status: 'stopped', trades: [] });
  });

  it('fails where the present book breaks a limit and it had no other', async () => {
    const limits = [aBookLimit(sparseAffine('first', [0], [1]), { max: 4 })];
    expect((await answer(problem({ limits }), stopped(-Infinity))).outcome).toMatchObject({
      status: 'failed',
      detail: 'the solver was stopped before it had any answer',
    });
    expect((await answer(problem({ limits }), stopped(0, 3, 4))).outcome).toMatchObject({
      status: 'stopped',
      trades: [{ quantity: 3 }],
    });
  });
});

describe('a search over whole lots that is stopped', () => {
  const lots = problem({ wholeLots: true });

  it('before its linear program is solved, answers in whole lots', async () => {
    const { outcome, seen } = await answer(lots, stopped(-Infinity, 1.7, 3.6));
    expect(outcome).toMatchObject({ status: 'stopped', trades: [] });
    expect(seen.solves).toBe(1);
  });

  it('answers with the rounded linear answer where it found nothing better', async () => {
    const { outcome, seen } = await answer(lots, optimal(0, 3.5, 0), stopped(0.5));
    // 3.5 lots of two become three: six sold.
    expect(outcome).toMatchObject({
      status: 'stopped',
      bound: 0.5,
      lpBound: 0,
      searchBound: 0.5,
      trades: [{ quantity: 6 }],
    });
    expect([...seen.options[1]!.start!]).toEqual([3, 1]);
  });

  it('has the linear bound where the search has none', async () => {
    const { outcome } = await answer(lots, optimal(0, 3.5, 0), stopped(-Infinity));
    expect(outcome).toMatchObject({ bound: 0, lpBound: 0, searchBound: null });
  });

  it('fails where no whole lots are known to be admissible', async () => {
    const limits = [aBookLimit(sparseAffine('first', [0], [1]), { min: 0.5, max: 1.5 })];
    const { outcome } = await answer({ ...lots, limits }, optimal(0, 3, 1), stopped(0.5));
    expect(outcome).toMatchObject({ status: 'stopped', trades: [{ quantity: 6 }] });
    const narrow = [aBookLimit(sparseAffine('first', [0], [1]), { min: 0.2, max: 0.8 })];
    expect((await answer({ ...lots, limits: narrow }, optimal(0, 3.2, 0.5), stopped(0.5))).outcome).toMatchObject({
      status: 'failed',
      detail: 'no whole-lot answer was found in time',
    });
  });
});

describe('what an engine cannot do', () => {
  it.each([
    [{ status: 'numericalFailure', detail: 'too many digits' }, 'too many digits'],
    [{ status: 'unbounded' }, 'the program is unbounded, though every trade has a size: please report it'],
  ] as const)('is handed on: %j', async (outcome, detail) => {
    expect((await answer(problem(), outcome)).outcome).toMatchObject({ status: 'failed', detail });
  });

  it('is handed on from the search over lots', async () => {
    const failure = { status: 'numericalFailure', detail: 'lost' } as const;
    const lots = problem({ wholeLots: true });
    expect((await answer(lots, optimal(0, 3.5, 0), failure)).outcome).toMatchObject({
      status: 'failed',
      detail: 'lost',
    });
    expect((await answer(lots, optimal(0, 3.5, 0), { status: 'unbounded' })).outcome.status).toBe('failed');
  });

  it('is told apart from infeasible when soft limits cannot be relaxed in time', async () => {
    const limits = [aBookLimit(sparseAffine('first', [0], [1]), { max: 4, priority: 1 })];
    const { outcome } = await answer(problem({ limits }), { status: 'infeasible' }, stopped(0));
    expect(outcome).toMatchObject({ status: 'failed', detail: 'no relaxation was found in time' });
  });

  it('is no answer where relaxed limits turn out infeasible after all', async () => {
    const limits = [aBookLimit(sparseAffine('first', [0], [1]), { max: 4, priority: 1 })];
    const script = [{ status: 'infeasible' } as const, optimal(0, 3, 0), { status: 'infeasible' } as const];
    expect((await answer(problem({ limits }), ...script)).outcome).toMatchObject({ status: 'failed' });
  });
});

describe('the time limit', () => {
  it('holds for all solves together', async () => {
    const { seen } = await answer(problem({ wholeLots: true }), optimal(0, 3.5, 0), optimal(1, 3, 1), optimal(1, 3, 1));
    const limits = seen.options.map(({ timeLimit }) => timeLimit);
    expect(limits).toHaveLength(3);
    expect(limits.every((limit, i) => limit <= (limits[i - 1] ?? 5))).toBe(true);
  });

  it('of nothing leaves the present book', async () => {
    const outcome = await solveHedge(problem(), await loadSolver('highs'), solveOptions({ timeLimit: 0 }));
    expect(outcome).toMatchObject({ status: 'stopped', trades: [] });
  });

  it('can be cut short from outside', async () => {
    const signal = AbortSignal.abort();
    const lots = problem({ wholeLots: true, candidates: [aCandidate(0, { lot: 2, bids: [aLevel({ size: 6 })] })] });
    const outcome = await solveHedge(lots, await loadSolver('highs'), solveOptions({ signal }));
    expect(outcome).toMatchObject({ status: 'stopped', trades: [] });
  });
});
