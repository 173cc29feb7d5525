import { describe, expect, it } from 'vitest';
import type { Candidate, PriceLevel } from '../../src/optimizer/candidate.js';
import type { HedgeFound } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { costOf, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { enumeratedHedge } from './enumerated-hedge.js';
import { aLimit } from './hedge-cases.js';
import { randomHedge } from './random-hedges.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1);

/** The optimum; null where no book is admissible. */
async function optimum(problem: HedgeProblem): Promise<HedgeFound | null> {
  const outcome = await solveHedge(problem, solver, solveOptions({ relativeGap: 0 }));
  if (outcome.status === 'infeasible') return null;
  if (outcome.status !== 'optimal') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** Money for a quantity, level by level: nothing of the optimizer is asked. */
function walkedCost(levels: readonly PriceLevel[], quantity: number): number {
  let cost = 0;
  let left = quantity;
  for (const { size, unitSpread, unitFee } of levels) {
    cost += Math.max(0, Math.min(size, left)) * (unitSpread + unitFee);
    left -= size;
  }
  return cost;
}

const ladders = (problem: HedgeProblem, change: (levels: readonly PriceLevel[]) => readonly PriceLevel[]) => ({
  ...problem,
  candidates: problem.candidates.map(
    (candidate): Candidate => ({ ...candidate, asks: change(candidate.asks), bids: change(candidate.bids) }),
  ),
});
const objectiveIn = (problem: HedgeProblem, found: HedgeFound | null) =>
  found === null ? Infinity : objectiveOf(problem, found.trades);

describe('a search through price levels', () => {
  const seen = { deep: 0, found: 0 };

  it.each(SEEDS)('fills them in their order, at the cost of walking up: book %i', async (seed) => {
    const problem = randomHedge(seed, { candidates: 4, scenarios: 12, limits: seed % 3, lots: null, levels: 4 });
    const found = await optimum(problem);
    if (found === null) return;
    seen.found += 1;
    let walked = 0;
    for (const { line, direction, quantity, fills, marginalPrice } of found.trades) {
      const candidate = problem.candidates.find((one) => one.line === line)!;
      const levels = direction > 0 ? candidate.asks : candidate.bids;
      walked += walkedCost(levels, quantity);
      expect(fills.map(({ level }) => level)).toEqual(levels.slice(0, fills.length));
      for (const { level, quantity: filled } of fills.slice(0, -1)) expect(filled).toBe(level.size);
      const unitCosts = fills.map(({ level }) => level.unitSpread + level.unitFee);
      expect(unitCosts).toEqual([...unitCosts].sort((a, b) => a - b));
      if (marginalPrice !== null) expect(marginalPrice).toBeGreaterThanOrEqual(fills.at(-1)!.level.price);
      if (fills.length > 1) seen.deep += 1;
    }
    const { spread, depth, fees } = costOf(found.trades);
    expect(spread + depth + fees).toBeCloseTo(walked, 6);
    // The program's own figure is the same: its bound, which holds the cost of its columns, is reached by the walk.
    const objective = objectiveIn(problem, found);
    expect(found.bound).toBeGreaterThan(objective - 1e-6 * Math.max(1, Math.abs(objective)));
    expect(found.bound).toBeLessThan(objective + 1e-6 * Math.max(1, Math.abs(objective)));
  });

  it('went behind the best price in some of these books', () => {
    expect(seen.found).toBeGreaterThan(15);
    expect(seen.deep).toBeGreaterThan(10);
  });

  it.each(SEEDS)(
    'is no better than endless size at the best price, no worse than the best alone: book %i',
    async (seed) => {
      const problem = randomHedge(seed, { candidates: 4, scenarios: 12, limits: seed % 2, lots: null, levels: 3 });
      const endless = ladders(problem, (levels) => levels.slice(0, 1).map((best) => ({ ...best, size: 1e4 })));
      const alone = ladders(problem, (levels) => levels.slice(0, 1));
      const [deep, easy, hard] = [await optimum(problem), await optimum(endless), await optimum(alone)];
      const room = 1e-6 * Math.max(1, Math.abs(objectiveIn(endless, easy)));
      expect(objectiveIn(problem, deep)).toBeGreaterThanOrEqual(objectiveIn(endless, easy) - room);
      expect(objectiveIn(problem, deep)).toBeLessThanOrEqual(objectiveIn(alone, hard) + room);
    },
  );

  it.each(SEEDS)('in whole lots is as good as the best of every book there is: book %i', async (seed) => {
    const lots = { lot: [1, 0.1, 5][seed % 3]!, most: 2 };
    const drawn = randomHedge(seed, { candidates: 2 + (seed % 2), scenarios: 9, limits: seed % 3, lots, levels: 3 });
    const count = aLimit({ kind: 'count' }, { kind: 'trades', max: 1 + (seed % 2) });
    const problem = seed % 4 === 0 ? { ...drawn, limits: [...drawn.limits, count] } : drawn;
    const { objective } = enumeratedHedge(problem);
    const found = await optimum(problem);
    if (objective === Infinity) return expect(found).toBeNull();
    expect(objectiveIn(problem, found)).toBeCloseTo(objective, 5);
  });
});
