import { describe, expect, it } from 'vitest';
import { denseAffine, max, sum } from '../../src/formula/index.js';
import type { HedgeFound } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem, SecondFigure } from '../../src/optimizer/hedge-problem.js';
import { costOf, objectiveOf, secondValue } from '../../src/optimizer/hedge-solution.js';
import { proveAnyBound } from '../../src/optimizer/prove-any-bound.js';
import { solveAnyHedge } from '../../src/optimizer/solve-any-hedge.js';
import { secondProblem, solveSecondAim } from '../../src/optimizer/solve-second-aim.js';
import { loadSolver, type Solver } from '../../src/optimizer/solver/index.js';
import { everyBook } from './enumerated-hedge.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { randomHedge } from './random-hedges.js';
import { randomNonconvex } from './random-nonconvex.js';
import { solveOptions } from './solver/solve-options.js';

const highs = await loadSolver('highs');
const js = await loadSolver('js');
const AIMS: readonly SecondFigure[] = ['cost', 'trades', 'turnover'];
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** The first answer; null where the problem has none. */
async function first(problem: HedgeProblem, solver: Solver, gap = 1e-9): Promise<HedgeFound | null> {
  const outcome = await solveAnyHedge(problem, solver, solveOptions({ relativeGap: gap }));
  if (outcome.status === 'failed') throw new Error(outcome.detail);
  return outcome.status === 'infeasible' ? null : outcome;
}

const most = (objective: number, within: number): number => objective + within * Math.abs(objective);

describe('a second aim of a linear program', () => {
  const problemOf = (seed: number) =>
    randomHedge(3000 + seed, { candidates: 3 + (seed % 6), scenarios: 4 + (seed % 20), limits: seed % 3, lots: null });
  let fell = 0;

  it.each(seeds(35))('problem %i: the objective is held, the aim never rises, weak duality proves it', async (seed) => {
    const problem = problemOf(seed);
    const within = [0, 1e-6, 1e-3, 0.05][seed % 4]!;
    const aim = seed % 2 === 0 ? 'cost' : 'turnover';
    for (const solver of [highs, js]) {
      const start = await first(problem, solver);
      if (start === null) return;
      const asked = { aim, within } as const;
      const { trades, found, failure } = await solveSecondAim(problem, start, asked, solver, solveOptions());
      expect(failure).toBeNull();
      const best = objectiveOf(problem, start.trades);
      const [before, after] = [secondValue(aim, start.trades), secondValue(aim, trades)];
      expect(objectiveOf(problem, trades)).toBeLessThanOrEqual(most(best, within));
      expect(after).toBeLessThanOrEqual(before);
      if (after < before * 0.999) fell += 1;
      const { bound, relaxed, multipliers, columns } = found!;
      const size = Math.max(1, Math.abs(after));
      expect(bound).toBeLessThanOrEqual(after + 1e-6 * size);
      const proof = proveAnyBound(secondProblem(problem, start.trades, asked), relaxed, multipliers, columns);
      expect(proof.strange).toEqual([]);
      expect(Math.abs(proof.bound - bound)).toBeLessThanOrEqual(1e-6 * size);
      // With room to spare rounding has no say, and the answer is the least there is.
      if (within >= 1e-3 && solver === highs) expect(after - bound).toBeLessThanOrEqual(1e-5 * size);
    }
  });

  it('is often less than the first answer came to', () => {
    expect(fell).toBeGreaterThan(10);
  });

  it('both engines find the same least figure', async () => {
    for (const seed of seeds(25)) {
      const problem = problemOf(100 + seed);
      const start = await first(problem, highs);
      if (start === null) continue;
      const asked = { aim: 'turnover', within: 0.02 } as const;
      const values = [];
      for (const solver of [highs, js]) {
        const { found } = await solveSecondAim(problem, start, asked, solver, solveOptions());
        values.push(secondValue('turnover', found!.trades));
      }
      expect(Math.abs(values[0]! - values[1]!)).toBeLessThanOrEqual(1e-5 * Math.max(1, values[0]!));
    }
  });
});

describe('a second aim in whole lots', () => {
  it.each(seeds(35))('book %i: equals the least of all books that are as good', async (seed) => {
    const lots = { lot: [1, 0.1, 5][seed % 3]!, most: 2 };
    const problem = randomHedge(5000 + seed, { candidates: 2 + (seed % 3), scenarios: 9, limits: seed % 3, lots });
    const start = await first(problem, highs, 0);
    if (start === null) return;
    const aim = AIMS[seed % 3]!;
    const within = [1e-6, 0.01, 0.2][(seed >> 2) % 3]!;
    const { trades, found } = await solveSecondAim(problem, start, { aim, within }, highs, solveOptions());
    const held = most(objectiveOf(problem, start.trades), within);
    let least = Infinity;
    everyBook(problem, (book) => {
      if (book !== null && book.objective <= held + 1e-9 * Math.abs(held)) least = Math.min(least, book[aim]);
    });
    const value = secondValue(aim, trades);
    expect(objectiveOf(problem, trades)).toBeLessThanOrEqual(held);
    expect(Math.abs(value - least)).toBeLessThanOrEqual(1e-6 * Math.max(1, least));
    expect(found!.bound).toBeLessThanOrEqual(least + 1e-6 * Math.max(1, least));
  });

  it.each(seeds(25))(
    'rules that are not convex, book %i: held by the rules themselves, and the bound is one',
    async (seed) => {
      const problem = randomNonconvex(seed, {
        candidates: 2 + (seed % 2),
        limits: seed % 2,
        lots: { lot: 1, most: 2 },
      });
      const start = await first(problem, highs);
      if (start === null) return;
      const aim = AIMS[seed % 3]!;
      const { trades, found } = await solveSecondAim(problem, start, { aim, within: 0.05 }, highs, solveOptions());
      const held = most(objectiveOf(problem, start.trades), 0.05);
      let least = Infinity;
      everyBook(problem, (book) => {
        if (book !== null && book.objective <= held) least = Math.min(least, book[aim]);
      });
      const value = secondValue(aim, trades);
      expect(objectiveOf(problem, trades)).toBeLessThanOrEqual(held);
      expect(value).toBeLessThanOrEqual(secondValue(aim, start.trades));
      expect(value).toBeGreaterThanOrEqual(least - 1e-6 * Math.max(1, least));
      expect(found!.bound).toBeLessThanOrEqual(least + 1e-6 * Math.max(1, least));
    },
  );
});

describe('of books that are exactly as good', () => {
  /** Two contracts that hedge alike at the same cost, one at twice the notional: either answer is optimal. */
  const twins = () => {
    const loss = (name: string, sign: number) => denseAffine(name, Float64Array.of(sign, sign, sign), 0);
    const margin = sum('initial margin', [max('scan risk', [loss('up', 10), loss('down', -10)])]);
    const level = () => [aLevel({ size: 6, unitSpread: 1 })];
    const twin = (line: number, notional: number) => aCandidate(line, { asks: [], bids: level(), notional });
    return aProblem(margin, [twin(1, 200), twin(2, 100)], { present: Float64Array.of(5, 0, 0) });
  };

  it('takes the one with the smaller turnover', async () => {
    const problem = twins();
    const start = (await first(problem, highs))!;
    const asked = { aim: 'turnover', within: 1e-6 } as const;
    const { trades } = await solveSecondAim(problem, start, asked, highs, solveOptions());
    expect(trades.map(({ instrument, quantity }) => [instrument, Number(quantity.toFixed(3))])).toEqual([['X2', 5]]);
    expect(costOf(trades).spread).toBeCloseTo(5, 4);
  });

  it('trades nothing where the tolerance allows the present book', async () => {
    const problem = twins();
    const start = (await first(problem, highs))!;
    const asked = { aim: 'trades', within: 20 } as const;
    const { trades, found } = await solveSecondAim(problem, start, asked, highs, solveOptions());
    expect(trades).toEqual([]);
    expect(found!.bound).toBeCloseTo(0, 9);
  });

  it('keeps the first answer when there is no time', async () => {
    const problem = twins();
    const start = (await first(problem, highs))!;
    const asked = { aim: 'trades', within: 20 } as const;
    const { trades, failure } = await solveSecondAim(problem, start, asked, highs, solveOptions({ timeLimit: 0 }));
    expect(failure === null || failure.cause === 'time').toBe(true);
    expect(trades.length).toBeLessThanOrEqual(start.trades.length);
  });
});
