import { describe, expect, it } from 'vitest';
import { denseAffine, positivePart } from '../../../src/formula/index.js';
import { type Frontier, hasBook, solveFrontier, usedBy } from '../../../src/optimizer/frontier/index.js';
import { limitAt } from '../../../src/optimizer/frontier/resource.js';
import type { HedgeProblem } from '../../../src/optimizer/hedge-problem.js';
import { objectiveOf } from '../../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from '../hedge-cases.js';
import { randomHedge } from '../random-hedges.js';
import { solveOptions } from '../solver/solve-options.js';
import { aTask, costOfAll, frontierOf, TRADES } from './a-frontier.js';

const values = (problem: HedgeProblem, { points }: Frontier): number[] =>
  points.filter(hasBook).map(({ trades }) => objectiveOf(problem, trades));

/** Ten contracts short of each of three: covering 5, 3 and 1 a contract, at a cost of 0.5 a contract. */
function threeShorts(changes: Partial<HedgeProblem> = {}): HedgeProblem {
  const margin = positivePart('short', denseAffine('loss', Float64Array.of(-5, -3, -1)));
  const candidates = [0, 1, 2].map((line) => aCandidate(line, { asks: [aLevel({ unitSpread: 0.5 })], bids: [] }));
  return aProblem(margin, candidates, { present: Float64Array.of(-10, -10, -10), ...changes });
}

describe('the frontier by number of trades', () => {
  it('has one point a number, known on paper', async () => {
    const problem = threeShorts();
    const frontier = await frontierOf(aTask(problem, { resource: TRADES, points: 10, indifference: 0 }));
    expect(frontier.points.map(({ bound, status }) => [bound, status])).toEqual([
      [0, 'optimal'],
      [1, 'optimal'],
      [2, 'optimal'],
      [3, 'optimal'],
    ]);
    // 90 at first; the best first trade covers 5 x 10 for 5, the second 3 x 10, the third 1 x 10.
    expect(values(problem, frontier)).toEqual([90, 45, 20, 15].map((value) => expect.closeTo(value, 6)));
    expect(frontier).toMatchObject({ exact: false, breakpoints: null, from: 0, to: 3, knee: 1, indifferent: 3 });
  });

  it('ends at the number asked for, and then does not claim that more buys nothing', async () => {
    const frontier = await frontierOf(aTask(threeShorts(), { resource: TRADES, points: 2, indifference: 0 }));
    expect(frontier.points.map(({ bound }) => bound)).toEqual([0, 1, 2]);
    expect(frontier).toMatchObject({ to: null, indifferent: null });
  });

  it('tells which numbers are too small for the limits', async () => {
    const held = denseAffine('held', Float64Array.of(1, 1, 1));
    const problem = threeShorts({ limits: [aBookLimit(held, { min: -15 })] });
    const frontier = await frontierOf(aTask(problem, { resource: TRADES, points: 10 }));
    expect(frontier.points.map(({ status }) => status)).toEqual(['infeasible', 'infeasible', 'optimal', 'optimal']);
    expect(frontier.from).toBe(2);
  });

  it('equals a fresh search with that many trades, and falls', async () => {
    let seen = 0;
    for (let seed = 0; seed < 8; seed++) {
      const problem = randomHedge(seed, { candidates: 4, scenarios: 5, limits: 1, lots: null });
      const outcome = await solveFrontier(
        aTask(problem, { resource: TRADES, points: 5 }),
        await loadSolver('highs'),
        solveOptions(),
      );
      if (outcome.status !== 'found') continue;
      const found = values(problem, outcome);
      expect(found.every((value, i) => i === 0 || value <= found[i - 1]! + 1e-6)).toBe(true);
      for (const point of outcome.points.filter(hasBook)) {
        const limits = [...problem.limits, limitAt(TRADES, point.bound)];
        const direct = await solveHedge({ ...problem, limits }, await loadSolver('highs'), solveOptions());
        if (direct.status !== 'optimal') throw new Error(direct.status);
        expect(objectiveOf(problem, point.trades)).toBeCloseTo(objectiveOf(problem, direct.trades), 5);
        expect(usedBy(TRADES, problem, point.trades)).toBeLessThanOrEqual(point.bound);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(9);
  }, 60_000);
});

describe('the frontier in whole lots', () => {
  it('has every point asked for, none worse than the one before, ends as the search does', async () => {
    for (const seed of [2, 3, 5]) {
      const lots = { lot: 1, most: 4 };
      const problem = { ...randomHedge(seed, { candidates: 4, scenarios: 5, limits: 0, lots }), marginWeight: 1e6 };
      const frontier = await frontierOf(aTask(problem, { points: 4 }));
      const found = values(problem, frontier);
      expect(frontier.points.length).toBe(new Set(frontier.points.map(({ bound }) => bound)).size);
      expect(found.every((value, i) => i === 0 || value <= found[i - 1]!)).toBe(true);
      const free = await solveHedge(problem, await loadSolver('highs'), solveOptions());
      if (free.status !== 'optimal') throw new Error(free.status);
      expect(found.at(-1)! / objectiveOf(problem, free.trades)).toBeCloseTo(1, 6);
      const cost = costOfAll(problem);
      for (const { bound, trades } of frontier.points) {
        expect(usedBy(cost, problem, trades)).toBeLessThanOrEqual(bound + 1e-6);
      }
    }
  }, 60_000);
});

describe('the frontier of a figure of the book', () => {
  it('is a band around nothing, whatever the sign of the figure', async () => {
    // Vega -60 today; buying back raises it by 3 a contract, and the margin falls by 5 a contract.
    const vega = denseAffine('vega', Float64Array.of(3, 2, 1));
    const resource = aLimit({ kind: 'book', formula: vega }, { kind: 'vega', before: -60 });
    const problem = threeShorts({ candidates: threeShorts().candidates.slice(0, 1) });
    const frontier = await frontierOf(aTask(problem, { resource, points: 3, indifference: 0 }));
    // All ten bought back leaves -30: no band is narrower, and none wider is of use.
    expect(frontier).toMatchObject({ exact: true, from: expect.closeTo(30, 5), to: expect.closeTo(30, 5) });
    expect(frontier.points.map(({ status }) => status)).toEqual(['infeasible', 'optimal']);
    expect(objectiveOf(problem, frontier.points[1]!.trades)).toBeCloseTo(45, 6);
  });

  it('is convex and falls until more buys nothing', async () => {
    // Selling the hedge's own vega costs margin: the narrower the band, the dearer.
    const vega = denseAffine('vega', Float64Array.of(1, 4, 0));
    const resource = aLimit({ kind: 'book', formula: vega }, { kind: 'vega', before: -50 });
    const problem = threeShorts({ present: Float64Array.of(-10, 10, -10) });
    const both = {
      ...problem,
      candidates: [0, 1].map((line) => aCandidate(line, { asks: [aLevel()], bids: [aLevel()] })),
    };
    const frontier = await frontierOf(aTask(both, { resource, points: 4 }));
    const slopes = frontier.breakpoints!.map(({ slopeAfter }) => slopeAfter);
    expect(slopes.every((slope, i) => i === 0 || slope >= slopes[i - 1]!)).toBe(true);
    for (const { bound, trades } of frontier.points) expect(usedBy(resource, both, trades)).toBeLessThan(bound + 1e-6);
  });
});

describe('limits along a frontier', () => {
  it('soft ones give way with an unlimited amount, and keep those ends all along', async () => {
    const held = denseAffine('held', Float64Array.of(1, 1, 1));
    const soft = aBookLimit(held, { min: 5, priority: 1 });
    const problem = threeShorts({ marginWeight: 1e6, limits: [soft] });
    const frontier = await frontierOf(aTask(problem));
    expect(frontier.relaxed.get(soft)!.min).toBeCloseTo(0, 6);
    // All thirty must be bought to come to 0: 30 x 0.5.
    expect([frontier.from, frontier.to]).toEqual([expect.closeTo(15, 5), expect.closeTo(15, 5)]);
  });

  it('that cannot hold together are told as by a search', async () => {
    const held = denseAffine('held', Float64Array.of(1, 1, 1));
    const problem = threeShorts({ limits: [aBookLimit(held, { min: 5 })] });
    for (const task of [aTask(problem), aTask(problem, { resource: TRADES })]) {
      const outcome = await solveFrontier(task, await loadSolver('highs'), solveOptions());
      expect(outcome).toMatchObject({ status: 'infeasible', conflict: [{ name: 'delta held min' }] });
    }
  });

  it('that the present book breaks leave nothing to fall back on when time runs out', async () => {
    const held = denseAffine('held', Float64Array.of(1, 1, 1));
    const problem = threeShorts({ limits: [aBookLimit(held, { min: -15 })] });
    for (const task of [aTask(problem), aTask(problem, { resource: TRADES })]) {
      const options = solveOptions({ signal: AbortSignal.abort() });
      const outcome = await solveFrontier(task, await loadSolver('highs'), options);
      expect(outcome).toMatchObject({ status: 'failed', cause: 'time' });
    }
  });
});
