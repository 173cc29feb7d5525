import { describe, expect, it } from 'vitest';
import { absolute, constant, denseAffine, max } from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import type { ResolvedLimit } from '../../src/optimizer/limits/index.js';
import { relaxSoftLimits, smallestRelaxation } from '../../src/optimizer/relax-limits.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { scriptedSolver } from './scripted-solver.js';
import { solveOptions } from './solver/solve-options.js';

/** One instrument that moves both figures: `a` by 1 and `b` by -1 a contract, ten contracts either way. */
const a = denseAffine('a', Float64Array.of(1));
const b = denseAffine('b', Float64Array.of(-1));
const problem = (limits: ResolvedLimit[], changes: Partial<HedgeProblem> = {}) =>
  aProblem(absolute('margin', a), [aCandidate(0)], { limits, ...changes });
const solver = await loadSolver('highs');

async function relaxed(limits: ResolvedLimit[], changes: Partial<HedgeProblem> = {}) {
  const outcome = await relaxSoftLimits(problem(limits, changes), solver, solveOptions());
  return outcome.status === 'moved' ? outcome.ends : outcome;
}

async function endsOf(limits: ResolvedLimit[], changes: Partial<HedgeProblem> = {}) {
  const ends = await relaxed(limits, changes);
  if (!(ends instanceof Map)) throw new Error('nothing was relaxed');
  return limits.map((limit) => {
    const moved = ends.get(limit);
    return moved === undefined ? null : [moved.min, moved.max].map((end) => Math.round(end * 1e6) / 1e6);
  });
}

describe('relaxSoftLimits', () => {
  it('moves the lowest priority and leaves the higher ones alone', async () => {
    const hard = aBookLimit(a, { min: 4 });
    const low = aBookLimit(b, { min: -1, priority: 1 });
    const high = aBookLimit(b, { min: -3, priority: 5 });
    // a >= 4 means b <= -4: both soft limits must give way, the higher to its own need, the lower after it.
    expect(await endsOf([hard, low, high])).toEqual([null, [-4, Infinity], [-4, Infinity]]);
  });

  it('gives up 1 before 2, and 2 only where it must', async () => {
    const two = aBookLimit(a, { min: 6, priority: 2 });
    const one = aBookLimit(b, { min: -2, max: 2, priority: 1 });
    expect(await endsOf([two, one])).toEqual([null, [-6, 2]]);
    const three = aBookLimit(b, { min: -2, priority: 3 });
    expect(await endsOf([two, three])).toEqual([[2, Infinity], null]);
  });

  it('moves both of one priority by their own sizes', async () => {
    // 6 <= a <= 2: of size 6 the first moves cheapest, by 4 of 6 against 4 of 2.
    const first = aBookLimit(a, { min: 6, priority: 1 });
    const second = aBookLimit(b, { min: -2, priority: 1 });
    expect(await endsOf([first, second])).toEqual([[2, Infinity], null]);
  });

  it('moves nothing where all can be kept', async () => {
    expect(await endsOf([aBookLimit(a, { min: 4 }), aBookLimit(b, { min: -5, priority: 1 })])).toEqual([null, null]);
  });

  it('moves just enough to be kept afterwards', async () => {
    const soft = aBookLimit(b, { min: -2, priority: 1 });
    const ends = await relaxed([aBookLimit(a, { min: 4 }), soft]);
    if (!(ends instanceof Map)) throw new Error('nothing was relaxed');
    const { min } = ends.get(soft)!;
    expect(min).toBeLessThanOrEqual(-4);
    expect(min).toBeGreaterThan(-4 - 1e-7);
  });

  it('relaxes convex limits as well', async () => {
    const worst = max('worst', [
      denseAffine('up', Float64Array.of(2), 1),
      denseAffine('down', Float64Array.of(-1)),
      constant('no loss', 0),
    ]);
    const soft = aBookLimit(worst, { max: 5, priority: 2 });
    expect(await endsOf([aBookLimit(a, { min: 4 }), soft])).toEqual([null, [-Infinity, 9]]);
  });

  it('counts in whole lots where lots are whole', async () => {
    const lots = { candidates: [aCandidate(0, { lot: 3, asks: [aLevel({ size: 9 })] })], wholeLots: true };
    expect(await endsOf([aBookLimit(a, { min: 4 }), aBookLimit(b, { min: -4, priority: 1 })], lots)).toEqual([
      null,
      [-6, Infinity],
    ]);
  });

  it('is infeasible without soft limits, and where the hard ones cannot be kept even alone', async () => {
    expect(await relaxed([aBookLimit(a, { min: 40 })])).toEqual({ status: 'infeasible' });
    const hopeless = [aBookLimit(a, { min: 40 }), aBookLimit(b, { min: -5, priority: 1 })];
    expect(await relaxed(hopeless)).toEqual({ status: 'infeasible' });
  });

  it('does not call infeasible what the solver could not tell', async () => {
    const soft = [aBookLimit(a, { min: 4 }), aBookLimit(b, { min: -2, priority: 1 })];
    const aborted = await relaxSoftLimits(problem(soft), solver, solveOptions({ signal: AbortSignal.abort() }));
    expect(aborted).toMatchObject({ status: 'failed', detail: 'no relaxation was found in time' });
    const broken = scriptedSolver([{ status: 'numericalFailure', detail: 'out of digits' }]).solver;
    expect(await relaxSoftLimits(problem(soft), broken, solveOptions())).toMatchObject({
      status: 'failed',
      detail: 'out of digits',
    });
  });
});

describe('smallestRelaxation', () => {
  it('moves only the limits it may, under ends already moved', async () => {
    const hard = aBookLimit(a, { min: 8 });
    const kept = aBookLimit(b, { min: -2 });
    const soft = aBookLimit(b, { min: -1 });
    const task = (ends: number) => ({
      problem: problem([hard, kept, soft]),
      limits: new Set([soft]),
      without: new Set<ResolvedLimit>(),
      relaxed: new Map([[kept, { min: ends, max: Infinity }]]),
    });
    expect(await smallestRelaxation(task(-2), solver, solveOptions())).toEqual({ status: 'infeasible' });
    const found = await smallestRelaxation(task(-9), solver, solveOptions());
    expect(found.status === 'moved' && found.ends.get(soft)!.min).toBeCloseTo(-8, 6);
  });
});
