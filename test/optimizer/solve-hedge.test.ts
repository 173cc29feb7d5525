import { describe, expect, it } from 'vitest';
import { absolute, constant, denseAffine, max, min, sparseAffine, sum } from '../../src/formula/index.js';
import type { HedgeFound } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { bookAfter, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from './hedge-cases.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const exposure = denseAffine('exposure', Float64Array.of(1, 2));
const COSTLY = [0, 1].map((line) =>
  aCandidate(line, { bids: [aLevel({ unitSpread: 0.25 })], asks: [aLevel({ unitSpread: 0.25 })] }),
);
const held = Float64Array.of(7.25, 0);
const problem = (changes: Partial<HedgeProblem> = {}) =>
  aProblem(absolute('margin', exposure), COSTLY, { present: held, ...changes });

async function found(asked: HedgeProblem): Promise<HedgeFound> {
  const outcome = await solveHedge(asked, solver, solveOptions({ relativeGap: 0 }));
  if (outcome.status === 'infeasible' || outcome.status === 'failed') throw new Error(JSON.stringify(outcome));
  return outcome;
}
const signed = ({ trades }: HedgeFound) => trades.map(({ line, direction, quantity }) => [line, direction * quantity]);

describe('solveHedge', () => {
  it('finds the cheapest hedge, with a bound that meets it', async () => {
    const answer = await found(problem());
    expect(signed(answer)).toEqual([[1, -3.625]]);
    expect(answer).toMatchObject({ status: 'optimal', searchBound: null });
    expect(answer.bound).toBeCloseTo(3.625 * 0.25, 9);
    expect(answer.lpBound).toBe(answer.bound);
    expect(answer.relaxed.size).toBe(0);
    expect(answer.worstViolation).toBeLessThanOrEqual(1e-6);
    expect(answer.columns).toBe(5);
  });

  it('trades whole lots where lots are whole, above the linear bound', async () => {
    const lots = COSTLY.map((candidate) => ({ ...candidate, lot: 1 }));
    const answer = await found(problem({ candidates: lots, wholeLots: true }));
    // 4 of the second leave 0.75 and cost 1; 3 of it and 1 of the first leave 0.25 and cost 1.
    expect(objectiveOf(problem(), answer.trades)).toBeCloseTo(1.25, 9);
    expect(answer.trades.every(({ quantity }) => Number.isInteger(quantity))).toBe(true);
    expect(answer.searchBound).toBeCloseTo(1.25, 6);
    expect(answer.lpBound).toBeCloseTo(3.625 * 0.25, 9);
    expect(answer.bound).toBe(Math.max(answer.searchBound!, answer.lpBound!));
    expect(answer.multipliers.length).toBeGreaterThan(0);
  });

  it('keeps to the number of trades', async () => {
    const far = problem({ present: Float64Array.of(100, 0) });
    expect(signed(await found(far))).toEqual([
      [0, -10],
      [1, -10],
    ]);
    const one = await found({ ...far, limits: [aLimit({ kind: 'count' }, { kind: 'trades', max: 1 })] });
    expect(signed(one)).toEqual([[1, -10]]);
    expect(await found({ ...far, limits: [aLimit({ kind: 'count' }, { kind: 'trades', max: 0 })] })).toMatchObject({
      trades: [],
    });
  });

  it('trades nothing where a trade would gain nothing', async () => {
    const dear = COSTLY.map((candidate) => ({ ...candidate, bids: [aLevel({ unitSpread: 5 })], asks: [] }));
    expect((await found(problem({ candidates: dear }))).trades).toEqual([]);
    // At exactly what it saves, a trade is idle as well.
    const even = [aCandidate(0, { bids: [aLevel({ unitFee: 1 })], asks: [] })];
    expect((await found(problem({ candidates: even }))).trades).toEqual([]);
  });

  it('trades without gain where a limit asks for it', async () => {
    const limit = aBookLimit(sparseAffine('second', [1], [1]), { min: 2 });
    const answer = await found(problem({ limits: [limit], present: new Float64Array(2) }));
    expect(bookAfter(new Float64Array(2), answer.trades)[1]).toBeCloseTo(2, 9);
    expect(objectiveOf(problem({ present: new Float64Array(2) }), answer.trades)).toBeCloseTo(1.5, 9);
  });

  it('answers without candidates and without any margin to save', async () => {
    const alone = await found(problem({ candidates: [] }));
    expect(alone).toMatchObject({ trades: [], bound: 7.25 });
    expect((await found(problem({ margin: constant('flat', 12) }))).bound).toBe(12);
  });

  it('minimises a better-of rule exactly, though it is not convex', async () => {
    const better = min('better of', [
      sum('a', [absolute('x', exposure), constant('c', 3)]),
      absolute('y', sparseAffine('second', [1], [1], -4)),
    ]);
    const answer = await found(problem({ margin: better }));
    expect(objectiveOf(problem({ margin: better }), answer.trades)).toBeCloseTo(1, 6);
    expect(signed(answer)).toEqual([[1, 4]]);
    expect(answer.searchBound).toBeCloseTo(1, 6);
  });
});

describe('soft limits', () => {
  const hard = aBookLimit(sparseAffine('first', [0], [1]), { max: 4 });
  const soft = aBookLimit(sparseAffine('again', [0], [1]), { min: 6, priority: 2, before: 7.25 });

  it('are kept where they can be', async () => {
    const answer = await found(problem({ limits: [soft] }));
    expect(answer.relaxed.size).toBe(0);
    expect(bookAfter(held, answer.trades)[0]).toBeGreaterThanOrEqual(6);
  });

  it('give way to hard ones, and only as far as they must', async () => {
    const answer = await found(problem({ limits: [hard, soft] }));
    expect(answer.relaxed.get(soft)!.min).toBeCloseTo(4, 6);
    expect(bookAfter(held, answer.trades)[0]).toBeCloseTo(4, 6);
    expect(answer.status).toBe('optimal');
  });

  it('give way as well where only whole lots bring them into conflict', async () => {
    const lots = COSTLY.map((candidate) => ({ ...candidate, lot: 2 }));
    const between = aBookLimit(sparseAffine('first', [0], [1]), { min: 5.5, max: 7, priority: 1 });
    const atMost = { ...hard, max: 7 };
    const answer = await found(problem({ limits: [atMost, between], candidates: lots, wholeLots: true }));
    expect(answer.relaxed.get(between)!.min).toBeCloseTo(5.25, 6);
    expect(bookAfter(held, answer.trades)[0]).toBeCloseTo(5.25, 9);
  });
});

describe('infeasible problems', () => {
  it('name the ends in conflict and what would help', async () => {
    const limit = aBookLimit(exposure, { min: 50, kind: 'vega' });
    const outcome = await solveHedge(problem({ limits: [limit] }), solver, solveOptions());
    if (outcome.status !== 'infeasible') throw new Error(outcome.status);
    expect(outcome.conflict.map(({ name }) => name)).toEqual(['vega exposure min']);
    expect(outcome.relaxations.get(limit)!.min).toBeCloseTo(37.25, 6);
  });

  it('are found where only whole lots make them so', async () => {
    const limit = aBookLimit(exposure, { min: 0.1, max: 0.2 });
    const lots = COSTLY.map((candidate) => ({ ...candidate, lot: 1 }));
    const outcome = await solveHedge(
      problem({ limits: [limit], candidates: lots, wholeLots: true }),
      solver,
      solveOptions(),
    );
    expect(outcome.status).toBe('infeasible');
    expect((await found(problem({ limits: [limit] }))).status).toBe('optimal');
  });

  it('are seen where a limit cannot be moved by any trade', async () => {
    const limit = aBookLimit(max('stuck', [constant('c', 5)]), { max: 4 });
    expect((await solveHedge(problem({ limits: [limit] }), solver, solveOptions())).status).toBe('infeasible');
  });
});
