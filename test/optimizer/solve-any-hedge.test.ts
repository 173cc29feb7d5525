import { describe, expect, it } from 'vitest';
import { absolute, constant, evaluate, max, min, sparseAffine, sum } from '../../src/formula/index.js';
import type { HedgeFound, HedgeOutcome } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { bookAfter, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import { solveAnyHedge } from '../../src/optimizer/solve-any-hedge.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { enumeratedHedge } from './enumerated-hedge.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from './hedge-cases.js';
import { randomHedge } from './random-hedges.js';
import { randomNonconvex } from './random-nonconvex.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const js = await loadSolver('js');
const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);

const isFound = (outcome: HedgeOutcome): outcome is HedgeFound => 'trades' in outcome;

function found(outcome: HedgeOutcome): HedgeFound {
  if (!isFound(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** The same problem in a fraction of the displayed size: many books that a continuous answer must not be above. */
function onGrid(problem: HedgeProblem): HedgeProblem {
  const steps = [0, 0, 60, 14, 6][problem.candidates.length]!;
  const candidates = problem.candidates.map((candidate) => {
    const sizes = [...candidate.asks, ...candidate.bids].map(({ size }) => size);
    const lot = Math.max(1e-9, ...sizes) / steps;
    const cut = (levels: typeof candidate.asks) =>
      levels.map((level) => ({ ...level, size: lot * Math.floor(level.size / lot + 1e-9) }));
    return { ...candidate, lot, asks: cut(candidate.asks), bids: cut(candidate.bids) };
  });
  return { ...problem, candidates };
}

describe('rules that are not convex, against a grid of books', () => {
  const met = { optimal: 0, binaries: 0, convexPart: 0, cover: 0, infeasible: 0, improved: 0 };

  it.each(SEEDS)('book %i: the bound holds and a proven answer is the best', async (seed) => {
    const problem = randomNonconvex(seed, { candidates: 2 + (seed % 3), limits: seed % 2, lots: null });
    const { objective: best } = enumeratedHedge(onGrid(problem));
    const outcome = await solveAnyHedge(problem, solver, solveOptions());
    if (!isFound(outcome)) {
      expect(outcome.status).toBe('infeasible');
      expect(best).toBe(Infinity);
      met.infeasible += 1;
      return;
    }
    const size = Math.max(1, Math.abs(outcome.bound));
    const reached = objectiveOf(problem, outcome.trades);
    expect(outcome.bound).toBeLessThanOrEqual(Math.min(best, reached) + 1e-6 * size);
    expect(outcome.lpBound!).toBeLessThanOrEqual(outcome.bound + 1e-9 * size);
    expect(outcome.status).toBe('optimal');
    expect(reached).toBeLessThanOrEqual(best + 1e-6 * size);
    expect(reached - outcome.bound).toBeLessThanOrEqual(1e-6 * size);
    met.optimal += 1;
    if (outcome.method !== 'exact') met[outcome.method] += 1;
    if (reached < objectiveOf(problem, []) - 1e-6) met.improved += 1;
  });

  it('met every kind of end', () => {
    expect(met.binaries).toBeGreaterThan(20);
    expect(met.convexPart).toBeGreaterThan(0);
    expect(met.infeasible).toBeGreaterThan(0);
    expect(met.improved).toBeGreaterThan(20);
  });

  it.each(SEEDS.slice(0, 30))(
    'book %i without binaries: the bound holds, and it is no worse than doing nothing',
    async (seed) => {
      const problem = randomNonconvex(seed, { candidates: 2 + (seed % 3), limits: 0, lots: null });
      const { objective: best } = enumeratedHedge(onGrid(problem));
      const outcome = found(await solveAnyHedge(problem, js, solveOptions()));
      const size = Math.max(1, Math.abs(best));
      const reached = objectiveOf(problem, outcome.trades);
      expect(outcome.bound).toBeLessThanOrEqual(Math.min(best, reached) + 1e-6 * size);
      expect(outcome.searchBound).toBeNull();
      expect(outcome.method).not.toBe('binaries');
      expect(reached).toBeLessThanOrEqual(objectiveOf(problem, []) + 1e-9 * size);
      if (outcome.status === 'optimal') expect(reached).toBeLessThanOrEqual(best + 1e-6 * size);
      else expect(outcome.status).toBe('searched');
    },
  );

  it.each(SEEDS.slice(0, 30))('book %i in whole lots is the best of all there are', async (seed) => {
    const plain = randomNonconvex(seed, { candidates: 2 + (seed % 3), limits: seed % 2, lots: { lot: 1, most: 3 } });
    const count = aLimit({ kind: 'count' }, { kind: 'trades', max: 2 });
    const problem = seed % 3 === 0 ? { ...plain, limits: [...plain.limits, count] } : plain;
    const { objective } = enumeratedHedge(problem);
    const outcome = await solveAnyHedge(problem, solver, solveOptions({ relativeGap: 0 }));
    if (objective === Infinity) {
      expect(outcome.status).toBe('infeasible');
      return;
    }
    const { status, trades, bound } = found(outcome);
    const size = Math.max(1, Math.abs(objective));
    expect(status).toBe('optimal');
    expect(Math.abs(objectiveOf(problem, trades) - objective)).toBeLessThanOrEqual(1e-7 * size);
    expect(bound).toBeLessThanOrEqual(objective + 1e-7 * size);
  });
});

const x = sparseAffine('x', [0], [1]);
const y = sparseAffine('y', [1], [1]);
const away = (name: string, node: typeof x, by: number) => absolute(name, { ...node, constant: -by });

describe('the answer', () => {
  it('to convex rules is that of the plain search, to the last digit', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const problem = randomHedge(seed, { candidates: 4, scenarios: 8, limits: 1, lots: null });
      const outcome = await solveAnyHedge(problem, solver, solveOptions());
      expect(outcome).toEqual(await solveHedge(problem, solver, solveOptions()));
      if (isFound(outcome)) expect(outcome.method).toBe('exact');
    }
  });

  it('is exact, without binaries, where a min comes to one of its children within reach', async () => {
    const margin = sum('margin', [min('better of', [away('a', x, 4), constant('far', 90)]), away('b', y, 1)]);
    const outcome = found(
      await solveAnyHedge(aProblem(margin, [aCandidate(0), aCandidate(1)]), solver, solveOptions()),
    );
    expect(outcome).toMatchObject({ status: 'optimal', method: 'exact', searchBound: null });
    expect(outcome.bound).toBeCloseTo(0, 9);
  });

  it('of the convex part is the last word where both agree', async () => {
    // At four the gain is min(4, -3), far below the loss of nothing: that it is a min makes no difference there.
    const gain = min('gain', [x, { ...x, constant: 1, coefficients: Float64Array.of(-1) }]);
    const problem = aProblem(max('worst', [away('a', x, 4), gain]), [aCandidate(0)]);
    const outcome = found(await solveAnyHedge(problem, solver, solveOptions()));
    expect(outcome).toMatchObject({ status: 'optimal', method: 'convexPart', searchBound: null });
    expect(bookAfter(problem.present, outcome.trades)[0]).toBeCloseTo(4, 6);
    expect(outcome.bound).toBeCloseTo(0, 6);
  });

  it('finds the far one of two valleys, which a descent from the present book does not', async () => {
    // |x + 1| or 2 below |x - 9| : the better valley is at 9, the nearer one at -1.
    const valleys = min('better of', [
      sum('near', [away('a', x, -1), constant('fee', 3)]),
      sum('far', [away('b', x, 9), constant('fee', 1)]),
    ]);
    const problem = aProblem(valleys, [aCandidate(0)]);
    const outcome = found(await solveAnyHedge(problem, solver, solveOptions()));
    expect(bookAfter(problem.present, outcome.trades)[0]).toBeCloseTo(9, 6);
    expect(outcome).toMatchObject({ status: 'optimal', method: 'binaries' });
    expect(outcome.bound).toBeCloseTo(1, 6);
    expect(outcome.lpBound!).toBeLessThan(1);
  });

  it('keeps soft limits as well as can be, and says which gave way', async () => {
    const valleys = min('better of', [sum('near', [away('a', x, -1), constant('fee', 3)]), away('b', x, 9)]);
    const hard = aBookLimit(x, { max: 6 });
    const soft = aBookLimit(x, { min: 8, priority: 1, scope: 'soft' });
    const problem = aProblem(valleys, [aCandidate(0)], { limits: [hard, soft] });
    const outcome = found(await solveAnyHedge(problem, solver, solveOptions()));
    expect(outcome.relaxed.get(soft)?.min).toBeCloseTo(6, 6);
    expect(bookAfter(problem.present, outcome.trades)[0]).toBeCloseTo(6, 6);
    expect(outcome.status).toBe('optimal');
  });

  it('keeps a limit on the rules themselves', async () => {
    const rule = min('better of', [away('a', x, -4), away('b', x, 6)]);
    const cost = aLevel({ unitSpread: 2 });
    const limits = [aBookLimit(rule, { kind: 'margin', max: 1 })];
    const candidates = [aCandidate(0, { asks: [cost], bids: [cost] })];
    const problem = aProblem(rule, candidates, { limits });
    const outcome = found(await solveAnyHedge(problem, solver, solveOptions()));
    // Three contracts sold to -3 cost 6 and leave a margin of 1; five bought to 5 cost 10.
    expect(bookAfter(problem.present, outcome.trades)[0]).toBeCloseTo(-3, 6);
    expect(evaluate(rule, bookAfter(problem.present, outcome.trades))).toBeCloseTo(1, 6);
    const never = aProblem(rule, candidates, { limits: [aBookLimit(rule, { kind: 'margin', max: -1 })] });
    expect((await solveAnyHedge(never, solver, solveOptions())).status).toBe('infeasible');
  });

  it('is the present book, usable, when there is no time', async () => {
    const rule = min('better of', [away('a', x, -4), away('b', x, 6)]);
    const outcome = found(await solveAnyHedge(aProblem(rule, [aCandidate(0)]), solver, solveOptions({ timeLimit: 0 })));
    expect(outcome).toMatchObject({ status: 'stopped', trades: [] });
    expect(outcome.bound).toBeLessThanOrEqual(0);
  });

  it('is stopped, not searched, after an interruption', async () => {
    const rule = min('better of', [away('a', x, -4), away('b', x, 6)]);
    const options = solveOptions({ signal: AbortSignal.abort() });
    expect((await solveAnyHedge(aProblem(rule, [aCandidate(0)]), solver, options)).status).toBe('stopped');
  });
});
