import { describe, expect, it } from 'vitest';
import { denseAffine, max } from '../../../src/formula/index.js';
import { limitWorths } from '../../../src/optimizer/explain/index.js';
import type { HedgeFound } from '../../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../../src/optimizer/hedge-problem.js';
import { objectiveOf } from '../../../src/optimizer/hedge-solution.js';
import type { ResolvedLimit } from '../../../src/optimizer/index.js';
import { solveHedge } from '../../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from '../hedge-cases.js';
import { randomHedge } from '../random-hedges.js';
import { solveOptions } from '../solver/solve-options.js';

const highs = await loadSolver('highs');

async function solved(problem: HedgeProblem): Promise<HedgeFound | null> {
  const outcome = await solveHedge(problem, highs, solveOptions());
  return outcome.status === 'optimal' ? outcome : null;
}

/** The objective of a separate search with one end of one limit moved outwards (inwards where negative). */
async function objectiveWith(problem: HedgeProblem, limit: ResolvedLimit, end: 'min' | 'max', room: number) {
  const moved = { ...limit, [end]: limit[end] + (end === 'max' ? room : -room) };
  if (moved.min > moved.max) return null;
  const limits = problem.limits.map((one) => (one === limit ? moved : one));
  const found = await solved({ ...problem, limits });
  return found === null || found.relaxed.size > 0 ? null : objectiveOf(problem, found.trades);
}

describe('limitWorths', () => {
  it('agrees with separate searches at moved ends, on either side of the range, and never exceeds the inward difference', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const problem = randomHedge(seed, { candidates: 5, scenarios: 6, limits: 3, lots: null });
      const found = await solved(problem);
      if (found === null || found.relaxed.size > 0) continue;
      const worths = (await limitWorths(problem, found, highs, solveOptions()))!;
      const objective = objectiveOf(problem, found.trades);
      for (const [limit, worth] of worths) {
        expect(worth).not.toBeNull();
        const { end, perUnit, upTo } = worth!;
        expect(perUnit).toBeGreaterThanOrEqual(0);
        const within = 0.5 * (upTo ?? 1);
        const outward = (objective - (await objectiveWith(problem, limit, end, within))!) / within;
        const size = (1e-5 * Math.max(1, Math.abs(objective))) / within;
        expect(Math.abs(outward - perUnit)).toBeLessThanOrEqual(size + 1e-5 * perUnit);
        const inside = await objectiveWith(problem, limit, end, -1e-3 * within);
        if (inside !== null)
          expect((inside - objective) / (1e-3 * within)).toBeGreaterThanOrEqual(perUnit - 1e3 * size);
        if (upTo !== null) {
          const beyond = (objective - (await objectiveWith(problem, limit, end, 2 * upTo))!) / (2 * upTo);
          expect(beyond).toBeLessThan(perUnit);
        }
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('is the outward slope where the multiplier lies between two', async () => {
    // X0 lowers the margin by 10 a contract up to 5 and by 1 beyond; the limit stands at the kink.
    const margin = max('margin', [
      denseAffine('steep', Float64Array.of(-10), 100),
      denseAffine('shallow', Float64Array.of(-1), 55),
    ]);
    const limit = aBookLimit(denseAffine('delta', Float64Array.of(1)), { max: 5 });
    const problem = aProblem(margin, [aCandidate(0)], { limits: [limit] });
    const found = (await solved(problem))!;
    const worth = (await limitWorths(problem, found, highs, solveOptions()))!.get(limit);
    expect(worth!.perUnit).toBeCloseTo(1, 6);
    // Ten contracts are displayed, five beyond the limit.
    expect(worth!.upTo).toBeCloseTo(5, 4);
  });

  it('asks nothing of whole lots, and of a number of trades only the traded instruments', async () => {
    const margin = max('margin', [
      denseAffine('a', Float64Array.of(-3, -2), 100),
      denseAffine('b', Float64Array.of(-1, -1)),
    ]);
    const cost = aLimit({ kind: 'trades', amount: 'cost', lines: Uint8Array.of(1, 1) }, { kind: 'cost', max: 4 });
    const candidates = [0, 1].map((line) => aCandidate(line, { lot: 1, asks: [aLevel({ unitSpread: 1 })], bids: [] }));
    const whole = aProblem(margin, candidates, { limits: [cost], wholeLots: true });
    expect(await limitWorths(whole, (await solved(whole))!, highs, solveOptions())).toBeNull();
    const one = aLimit({ kind: 'count' }, { kind: 'trades', max: 1 });
    const few = aProblem(margin, candidates, { limits: [cost, one] });
    const worths = (await limitWorths(few, (await solved(few))!, highs, solveOptions()))!;
    // A contract of X0 costs 1 and saves 3; ten are displayed, the limit lets four be bought.
    expect(worths.get(cost)!.perUnit).toBeCloseTo(2, 6);
    expect(worths.get(cost)!.upTo).toBeCloseTo(6, 4);
    expect(worths.has(one)).toBe(false);
  });
});
