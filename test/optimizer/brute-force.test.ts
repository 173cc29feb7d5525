import { describe, expect, it } from 'vitest';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { bookAfter, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { enumeratedHedge } from './enumerated-hedge.js';
import { aLimit } from './hedge-cases.js';
import { randomHedge } from './random-hedges.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);

/** More than the rows a program starts with, so that some are added while solving. */
const MANY_SCENARIOS = 120;

/**
 * Up to six candidates of up to three lots a side (one lot of five and six); every third is held to a number of trades, every
 * fifth has many scenarios.
 */
function smallBook(seed: number): HedgeProblem {
  const candidates = 2 + (seed % 5);
  const lots = { lot: [1, 0.1, 5][seed % 3]!, most: candidates > 4 ? 1 : 3 };
  const scenarios = seed % 5 === 1 ? MANY_SCENARIOS : 9;
  const problem = randomHedge(seed, { candidates, scenarios, limits: seed % 3, lots });
  if (seed % 3 !== 0) return problem;
  const count = aLimit({ kind: 'count' }, { kind: 'trades', max: 1 + (seed % 2) });
  return { ...problem, limits: [...problem.limits, count] };
}

describe('whole lots against every book there is', () => {
  const outcomes = { optimal: 0, infeasible: 0 };

  it.each(SEEDS)('book %i', async (seed) => {
    const problem = smallBook(seed);
    const { objective, books } = enumeratedHedge(problem);
    expect(books).toBeGreaterThanOrEqual(1);
    const outcome = await solveHedge(problem, solver, solveOptions({ relativeGap: 0 }));
    if (objective === Infinity) {
      expect(outcome.status).toBe('infeasible');
      outcomes.infeasible += 1;
      return;
    }
    if (outcome.status !== 'optimal') throw new Error(JSON.stringify(outcome));
    outcomes.optimal += 1;
    const size = Math.max(1, Math.abs(objective));
    const found = objectiveOf(problem, outcome.trades);
    expect(Math.abs(found - objective)).toBeLessThanOrEqual(1e-7 * size);
    expect(outcome.lpBound!).toBeLessThanOrEqual(objective + 1e-7 * size);
    expect(outcome.bound).toBeLessThanOrEqual(objective + 1e-7 * size);
    expect(outcome.bound).toBeGreaterThanOrEqual(objective - 1e-6 * size);
    for (const { quantity, line, direction } of outcome.trades) {
      const candidate = problem.candidates.find((one) => one.line === line)!;
      const [level] = direction > 0 ? candidate.asks : candidate.bids;
      expect(quantity).toBeLessThanOrEqual(level!.size);
      expect(Math.abs(quantity / candidate.lot! - Math.round(quantity / candidate.lot!))).toBeLessThan(1e-9);
    }
    const count = problem.limits.find(({ measure }) => measure.kind === 'count');
    expect(outcome.trades.length).toBeLessThanOrEqual(count?.max ?? Infinity);
    expect(bookAfter(problem.present, outcome.trades)).toHaveLength(problem.present.length);
  });

  it('met both kinds of outcome', () => {
    expect(outcomes.infeasible).toBeGreaterThanOrEqual(15);
    expect(outcomes.optimal).toBeGreaterThanOrEqual(140);
  });
});
