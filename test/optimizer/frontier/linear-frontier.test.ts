import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formula/index.js';
import { onCurve } from '../../../src/optimizer/frontier/convex-curve.js';
import { type Frontier, hasBook, solveFrontier, usedBy } from '../../../src/optimizer/frontier/index.js';
import { limitAt } from '../../../src/optimizer/frontier/resource.js';
import type { HedgeProblem } from '../../../src/optimizer/hedge-problem.js';
import { bookAfter, objectiveOf } from '../../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../../src/optimizer/solver/index.js';
import { randomHedge } from '../random-hedges.js';
import { solveOptions } from '../solver/solve-options.js';
import { aTask, costOfAll, frontierOf } from './a-frontier.js';

/** Margin alone, cost only to break ties: what the frontier by cost is asked for. */
const WEIGHT = 1e6;
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

function problemOf(seed: number): HedgeProblem {
  const problem = randomHedge(seed, { candidates: 5, scenarios: 8, limits: 2, lots: null, levels: 2 });
  return { ...problem, marginWeight: WEIGHT };
}

async function directly(problem: HedgeProblem, bound: number) {
  const limits = [...problem.limits, limitAt(costOfAll(problem), bound)];
  return solveHedge({ ...problem, limits }, await loadSolver('highs'), solveOptions());
}

/** The frontiers of the seeds whose limits can be kept, solved once. */
const frontiers: Promise<readonly { readonly problem: HedgeProblem; readonly frontier: Frontier }[]> = (async () => {
  const list: { problem: HedgeProblem; frontier: Frontier }[] = [];
  for (const seed of SEEDS) {
    const problem = problemOf(seed);
    const outcome = await solveFrontier(aTask(problem), await loadSolver('highs'), solveOptions());
    if (outcome.status === 'failed') throw new Error(outcome.detail);
    if (outcome.status === 'found') list.push({ problem, frontier: outcome });
  }
  return list;
})();

const room = (value: number): number => 1e-7 * Math.max(1, Math.abs(value));

describe('the frontier of continuous problems', () => {
  it('is found, with kinks, for most seeds', async () => {
    const all = await frontiers;
    expect(all.length).toBeGreaterThan(20);
    expect(all.every(({ frontier }) => frontier.exact)).toBe(true);
    expect(all.filter(({ frontier }) => frontier.breakpoints!.length > 3).length).toBeGreaterThan(10);
  });

  it('falls and is convex', async () => {
    for (const { frontier } of await frontiers) {
      const slopes = frontier.breakpoints!.map(({ slopeAfter }) => slopeAfter);
      expect(slopes.every((slope, i) => slope <= 0 && (i === 0 || slope >= slopes[i - 1]! - room(slope)))).toBe(true);
    }
  });

  it('has at every point the objective of a fresh search with that limit, and its bound', async () => {
    for (const { problem, frontier } of await frontiers) {
      for (const point of frontier.points.filter(hasBook)) {
        const direct = await directly(problem, point.bound);
        if (direct.status !== 'optimal') throw new Error(`a fresh search is ${direct.status}`);
        const value = objectiveOf(problem, point.trades);
        expect(Math.abs(value - objectiveOf(problem, direct.trades))).toBeLessThan(room(value));
        expect(Math.abs(value - onCurve(frontier.breakpoints!, point.bound)!.value)).toBeLessThan(room(value));
        expect(point.lowerBound).toBeLessThanOrEqual(value + room(value));
        expect(point.lowerBound).toBeGreaterThan(value - 10 * room(value));
        expect(usedBy(costOfAll(problem), problem, point.trades)).toBeLessThanOrEqual(point.bound + 1e-6);
      }
    }
  });

  it('ends where an unlimited search does', async () => {
    for (const { problem, frontier } of await frontiers) {
      const free = await solveHedge(problem, await loadSolver('highs'), solveOptions());
      if (free.status !== 'optimal') throw new Error(`the search is ${free.status}`);
      const value = objectiveOf(problem, free.trades);
      expect(Math.abs(frontier.breakpoints!.at(-1)!.value - value)).toBeLessThan(room(value));
      expect(frontier.points.at(-1)!.bound).toBe(frontier.to);
    }
  });

  it('is straight between breakpoints: half way the margin is the mean, solved afresh', async () => {
    for (const { problem, frontier } of (await frontiers).slice(0, 15)) {
      const { breakpoints } = frontier;
      for (const [i, right] of breakpoints!.entries()) {
        const left = breakpoints![i - 1];
        if (left === undefined) continue;
        const direct = await directly(problem, (left.at + right.at) / 2);
        if (direct.status !== 'optimal') throw new Error(`a fresh search is ${direct.status}`);
        const mean = (left.value + right.value) / 2;
        expect(Math.abs(objectiveOf(problem, direct.trades) - mean)).toBeLessThan(room(mean));
      }
    }
  });

  it('tells that limits cannot be kept below the first end', async () => {
    const tight = (await frontiers).filter(({ frontier }) => frontier.from! > 0);
    expect(tight.length).toBeGreaterThan(0);
    for (const { problem, frontier } of tight) {
      expect(frontier.points[0]).toMatchObject({ bound: 0, status: 'infeasible', trades: [] });
      expect((await directly(problem, frontier.from! * 0.999)).status).toBe('infeasible');
    }
  });

  it('goes through the book of the weighted objective where its owner is indifferent', async () => {
    let seen = 0;
    for (const seed of SEEDS.slice(0, 20)) {
      const problem = problemOf(seed);
      const task = aTask(problem, { indifference: 1 - WEIGHT });
      const outcome = await solveFrontier(task, await loadSolver('highs'), solveOptions());
      const plain = await solveHedge({ ...problem, marginWeight: 1 }, await loadSolver('highs'), solveOptions());
      if (outcome.status !== 'found' || plain.status !== 'optimal') continue;
      const point = outcome.points[outcome.indifferent!]!;
      const weighed = objectiveOf({ ...problem, marginWeight: 1 }, point.trades);
      expect(Math.abs(weighed - objectiveOf({ ...problem, marginWeight: 1 }, plain.trades))).toBeLessThan(1e-5);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('asks for the points first: when time runs out there are some, and the others are not reached', async () => {
    const { problem } = (await frontiers).find(({ frontier }) => frontier.breakpoints!.length > 3)!;
    const engine = await loadSolver('highs');
    let left = 4;
    const counting = {
      ...engine,
      open: (program: Parameters<typeof engine.open>[0]) => {
        const session = engine.open(program);
        const stopped = { status: 'stoppedEarly', reason: 'time', x: null, objective: null } as const;
        return {
          addRows: (rows: Parameters<typeof session.addRows>[0]) => session.addRows(rows),
          changeRow: (...row: Parameters<typeof session.changeRow>) => session.changeRow(...row),
          solve: async (options: Parameters<typeof session.solve>[0]) =>
            left-- > 0 ? session.solve(options) : { ...stopped, bound: -Infinity, worstViolation: 0 },
          dispose: () => session.dispose(),
        };
      },
    };
    const outcome = await solveFrontier(aTask(problem), counting, solveOptions());
    if (outcome.status !== 'found') throw new Error(outcome.status);
    const statuses = outcome.points.map(({ status }) => status);
    expect(statuses).toContain('not reached');
    expect(statuses).toContain('optimal');
    expect(outcome.exact).toBe(false);
  });

  it('has the present book when nothing was solved at all', async () => {
    const problem = { ...problemOf(1), limits: [] };
    const stopped = await frontierOf(aTask(problem), { signal: AbortSignal.abort() });
    expect(stopped.points).toEqual([{ bound: 0, status: 'stopped', trades: [], lowerBound: -Infinity }]);
    expect(evaluate(problem.margin, bookAfter(problem.present, []))).toBeGreaterThan(0);
  });
});
