import { describe, expect, it } from 'vitest';
import { absolute, constant, min, sparseAffine, sum } from '../../src/formula/index.js';
import { convexPart } from '../../src/optimizer/convex-part.js';
import { descendHedge } from '../../src/optimizer/descend-hedge.js';
import type { HedgeFound } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { bookAfter, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aProblem } from './hedge-cases.js';
import { randomNonconvex } from './random-nonconvex.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');

async function convexAnswer(problem: HedgeProblem): Promise<HedgeFound | null> {
  const outcome = await solveHedge(convexPart(problem), solver, solveOptions());
  return 'trades' in outcome ? outcome : null;
}

describe('the convex part of a problem', () => {
  it('has a minimum that no admissible book is below', async () => {
    let compared = 0;
    for (let seed = 100; seed < 130; seed++) {
      const problem = randomNonconvex(seed, { candidates: 3, limits: 0, lots: null });
      const answer = (await convexAnswer(problem))!;
      for (const share of [0, 0.3, 0.7, 1]) {
        const trades = answer.trades.map((trade) => {
          const fills = trade.fills.map((fill) => ({ ...fill, quantity: share * fill.quantity }));
          return { ...trade, quantity: share * trade.quantity, fills };
        });
        const objective = objectiveOf(problem, trades);
        expect(objective).toBeGreaterThanOrEqual(answer.bound - 1e-6 * Math.max(1, Math.abs(objective)));
        compared += 1;
      }
    }
    expect(compared).toBe(120);
  });

  it('asks nothing else than the problem does', () => {
    const problem = randomNonconvex(1, { candidates: 3, limits: 2, lots: null });
    expect({ ...convexPart(problem), margin: null }).toEqual({ ...problem, margin: null });
  });
});

describe('a descent', () => {
  it('never ends above where it starts', async () => {
    let fell = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const problem = randomNonconvex(seed, { candidates: 4, limits: seed % 2, lots: null });
      const start = await convexAnswer(problem);
      if (start === null) continue;
      const end = await descendHedge(problem, start, solver, solveOptions());
      const [from, to] = [objectiveOf(problem, start.trades), objectiveOf(problem, end.trades)];
      expect(to).toBeLessThanOrEqual(from + 1e-9 * Math.max(1, Math.abs(from)));
      if (to < from - 1e-6) fell += 1;
    }
    expect(fell).toBeGreaterThan(5);
  });

  it('goes down into the valley it is in, and knows what limits are worth there', async () => {
    const x = sparseAffine('x', [0], [1]);
    const near = sum('near', [absolute('a', { ...x, constant: 4 }), constant('fee', 3)]);
    const valleys = min('better of', [near, absolute('b', { ...x, constant: -9 })]);
    const limit = aBookLimit(x, { min: -2 });
    const problem = aProblem(valleys, [aCandidate(0)], { limits: [limit] });
    const start = { ...(await convexAnswer(problem))!, trades: [], shadowPrices: new Map() };
    const end = await descendHedge(problem, start, solver, solveOptions());
    expect(bookAfter(problem.present, end.trades)[0]).toBeCloseTo(-2, 6);
    expect(end.shadowPrices.get(limit)).toBeCloseTo(1, 6);
  });

  it('hands the answer back as stopped when there is no time', async () => {
    const x = sparseAffine('x', [0], [1]);
    const valleys = min('better of', [absolute('a', { ...x, constant: 4 }), absolute('b', { ...x, constant: -9 })]);
    const problem = aProblem(valleys, [aCandidate(0)]);
    const start = (await convexAnswer(problem))!;
    const end = await descendHedge(problem, start, solver, solveOptions({ timeLimit: 0 }));
    expect(end.status).toBe('stopped');
    expect(objectiveOf(problem, end.trades)).toBeLessThanOrEqual(objectiveOf(problem, start.trades));
  });
});
