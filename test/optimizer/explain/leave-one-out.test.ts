import { describe, expect, it } from 'vitest';
import { leaveOneOut } from '../../../src/optimizer/explain/index.js';
import type { HedgeProblem } from '../../../src/optimizer/hedge-problem.js';
import { objectiveOf } from '../../../src/optimizer/hedge-solution.js';
import type { HedgeOutcome } from '../../../src/optimizer/index.js';
import { solveHedge } from '../../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../../src/optimizer/solver/index.js';
import { enumeratedHedge } from '../enumerated-hedge.js';
import { randomHedge } from '../random-hedges.js';
import { solveOptions } from '../solver/solve-options.js';

const highs = await loadSolver('highs');
const solve = (problem: HedgeProblem): Promise<HedgeOutcome> => solveHedge(problem, highs, solveOptions());

describe('leaveOneOut', () => {
  it('finds the best whole-lot book without each instrument, as looking at every book does', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 14; seed++) {
      const problem = randomHedge(seed, { candidates: 3, scenarios: 5, limits: 2, lots: { lot: 1, most: 4 } });
      const found = await solve(problem);
      if (found.status !== 'optimal' || found.relaxed.size > 0) continue;
      const without = await leaveOneOut(problem, found.trades, solve);
      expect(new Set(without.keys())).toEqual(new Set(found.trades.map(({ line }) => line)));
      for (const [line, one] of without) {
        const candidates = problem.candidates.filter((candidate) => candidate.line !== line);
        const { objective } = enumeratedHedge({ ...problem, candidates });
        if (one.status === 'infeasible') expect(objective).toBe(Infinity);
        else {
          expect(one.proven).toBe(true);
          expect(one.trades.some((trade) => trade.line === line)).toBe(false);
          expect(objectiveOf(problem, one.trades)).toBeCloseTo(objective, 5);
          expect(objective).toBeGreaterThanOrEqual(objectiveOf(problem, found.trades) - 1e-6);
        }
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('says nothing of a search that ended without an answer', async () => {
    const problem = randomHedge(1, { candidates: 3, scenarios: 5, limits: 0, lots: null });
    const found = await solve(problem);
    if (found.status !== 'optimal') throw new Error(found.status);
    const late = async (): Promise<HedgeOutcome> => ({ status: 'failed', cause: 'time', detail: 'late' });
    expect((await leaveOneOut(problem, found.trades, late)).size).toBe(0);
    const none = async (): Promise<HedgeOutcome> => ({ status: 'infeasible', conflict: [], relaxations: new Map() });
    const statuses = [...(await leaveOneOut(problem, found.trades, none)).values()].map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['infeasible']));
  });
});
