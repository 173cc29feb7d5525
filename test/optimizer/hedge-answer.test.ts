import { describe, expect, it } from 'vitest';
import { absolute, denseAffine, sparseAffine } from '../../src/formula/index.js';
import type { HedgeFound } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { buildHedgeProgram } from '../../src/optimizer/hedge-program.js';
import { runProgram } from '../../src/optimizer/run-program.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { dualBound, loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from './hedge-cases.js';
import { randomHedge } from './random-hedges.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');

async function found(problem: HedgeProblem): Promise<HedgeFound> {
  const outcome = await solveHedge(problem, solver, solveOptions());
  if (outcome.status !== 'optimal') throw new Error(outcome.status);
  return outcome;
}

/** What the objective falls by when one end of a limit gives way a little. */
async function saved(problem: HedgeProblem, index: number, end: 'min' | 'max', by: number): Promise<number> {
  const limits = problem.limits.map((limit, i) =>
    i === index ? { ...limit, [end]: limit[end] + (end === 'min' ? -by : by) } : limit,
  );
  return (await found(problem)).bound - (await found({ ...problem, limits })).bound;
}

describe('shadow prices', () => {
  it('are what a unit of room saves, worked out by hand', async () => {
    // Five of seven may go, each saves one of margin and costs a quarter.
    const limit = aBookLimit(sparseAffine('left', [0], [1]), { min: 2 });
    const cost = aLimit({ kind: 'trades', amount: 'cost', lines: Uint8Array.of(1) }, { kind: 'cost', max: 50 });
    const problem = aProblem(
      absolute('margin', denseAffine('left', Float64Array.of(1))),
      [aCandidate(0, { bids: [aLevel({ unitFee: 0.25 })] })],
      {
        present: Float64Array.of(7),
        limits: [limit, cost],
      },
    );
    const { shadowPrices } = await found(problem);
    expect(shadowPrices.get(limit)).toBeCloseTo(0.75, 9);
    expect(shadowPrices.get(cost)).toBe(0);
  });

  it('are those of finite differences', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const problem = {
        ...randomHedge(5000 + seed, { candidates: 6, scenarios: 8, limits: 3, lots: null }),
        marginWeight: 1,
      };
      const outcome = await solveHedge(problem, solver, solveOptions());
      if (outcome.status !== 'optimal') continue;
      for (const [i, limit] of problem.limits.entries()) {
        const price = outcome.shadowPrices.get(limit) ?? 0;
        expect(price).toBeGreaterThanOrEqual(0);
        if (price === 0) continue;
        const step = 1e-4;
        const ends = await Promise.all((['min', 'max'] as const).map((end) => saved(problem, i, end, step)));
        const tighter = await Promise.all((['min', 'max'] as const).map((end) => saved(problem, i, end, -step)));
        const [gain, loss] = [Math.max(...ends) / step, -Math.min(...tighter) / step];
        // At a corner the two one-sided slopes differ, and the multiplier lies between them.
        expect(price).toBeGreaterThanOrEqual(gain - 1e-3 * Math.max(1, gain));
        expect(price).toBeLessThanOrEqual(loss + 1e-3 * Math.max(1, loss));
        if (Math.abs(gain - loss) > 1e-3 * Math.max(1, gain)) continue;
        expect(price).toBeCloseTo(gain, 2);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('of whole lots are those with the lots held fast', async () => {
    const limit = aBookLimit(sparseAffine('left', [0], [1]), { min: 2 });
    const lots = aProblem(absolute('margin', denseAffine('left', Float64Array.of(1))), [aCandidate(0, { lot: 5 })], {
      present: Float64Array.of(7),
      limits: [limit],
      wholeLots: true,
    });
    expect((await found(lots)).shadowPrices.get(limit)).toBe(0);
  });
});

describe('multipliers', () => {
  it('prove the bound again by weak duality, on the program rebuilt from its names', async () => {
    for (let seed = 1; seed <= 15; seed++) {
      const problem = randomHedge(6000 + seed, { candidates: 6, scenarios: 20, limits: 2, lots: null });
      const outcome = await solveHedge(problem, solver, solveOptions());
      if (outcome.status !== 'optimal') continue;
      const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
      const { program, rowNames } = await runProgram(hedge, solver, solveOptions());
      const left = [...outcome.multipliers];
      const duals = Float64Array.from(rowNames, (name) => (left[0]?.row === name ? left.shift()!.value : 0));
      expect(left).toEqual([]);
      expect(dualBound(program, duals)).toBeCloseTo(outcome.bound, 6);
    }
  });
});
