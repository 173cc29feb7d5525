import { describe, expect, it } from 'vitest';
import { runOptimize } from '../../src/app/run-optimize.js';
import { evaluate } from '../../src/formula/index.js';
import type { HedgeOutcome } from '../../src/optimizer/hedge-outcome.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { bookAfter, costOf, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { anIo, anOptimizeRequest, resultOf } from '../app/a-world.js';
import { randomHedge } from './random-hedges.js';
import { solveOptions } from './solver/solve-options.js';

const highs = await loadSolver('highs');
const js = await loadSolver('js');
const PROBLEMS = 200;

const problemOf = (seed: number): HedgeProblem =>
  randomHedge(1000 + seed, {
    candidates: 3 + (seed % 10),
    scenarios: 4 + ((seed * 7) % 40),
    limits: seed % 4,
    lots: null,
  });

/** Every limit of the final book, from the trades alone, up to what the solver room believes. */
function brokenLimits(problem: HedgeProblem, trades: Parameters<typeof bookAfter>[1]): string[] {
  const after = bookAfter(problem.present, trades);
  return problem.limits.flatMap(({ measure, min, max, name, before }) => {
    const { spread, fees } = costOf(trades);
    const notional = trades.reduce((total, trade) => total + trade.notional, 0);
    const value =
      measure.kind === 'book'
        ? evaluate(measure.formula, after)
        : measure.kind === 'trades' && measure.amount === 'cost'
          ? spread + fees
          : notional;
    const room = 1e-6 * Math.max(1, ...[min, max, before].filter(Number.isFinite).map(Math.abs));
    return value < min - room || value > max + room ? [`${name}: ${value} is not in ${min}..${max}`] : [];
  });
}

describe('300 seeded hedge problems', () => {
  const statuses = new Map<string, number>();
  const count = ({ status }: HedgeOutcome) => statuses.set(status, (statuses.get(status) ?? 0) + 1);

  it.each(Array.from({ length: PROBLEMS / 10 }, (_, i) => i * 10))('%i and the nine after it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) {
      const problem = problemOf(seed);
      const [a, b] = [await solveHedge(problem, highs, solveOptions()), await solveHedge(problem, js, solveOptions())];
      count(a);
      expect(b.status, `seed ${seed}`).toBe(a.status);
      if (a.status === 'infeasible' && b.status === 'infeasible') {
        expect(a.conflict.length).toBeGreaterThan(0);
        continue;
      }
      if (a.status !== 'optimal' || b.status !== 'optimal') throw new Error(`seed ${seed}: ${JSON.stringify(a)}`);
      const [first, second] = [objectiveOf(problem, a.trades), objectiveOf(problem, b.trades)];
      const size = Math.max(1, Math.abs(first));
      expect(Math.abs(first - second), `seed ${seed}`).toBeLessThanOrEqual(1e-6 * size);
      for (const [outcome, objective] of [
        [a, first],
        [b, second],
      ] as const) {
        expect(brokenLimits(problem, outcome.trades)).toEqual([]);
        expect(Math.abs(outcome.bound - objective)).toBeLessThanOrEqual(1e-6 * size);
        // A book that keeps every limit already is never made worse.
        if (brokenLimits(problem, []).length === 0) expect(objective).toBeLessThanOrEqual(objectiveOf(problem, []));
      }
    }
  });

  it('were of both kinds', () => {
    expect(statuses.get('infeasible')).toBeGreaterThanOrEqual(15);
    expect(statuses.get('optimal')).toBeGreaterThanOrEqual(120);
    expect([...statuses.keys()].sort()).toEqual(['infeasible', 'optimal']);
  });
});

describe('every fixture, with all its candidates under all its limits', () => {
  it.each(['btc-short-strangle', 'es-and-etfs', 'btc-eth-pair'])('%s', async (fixture) => {
    const found = [];
    for (const solver of ['highs', 'js'] as const) {
      found.push(await runOptimize(anOptimizeRequest(`fixtures/${fixture}`, { solver, candidates: null }), anIo()));
    }
    expect(found.map(({ manifest }) => manifest.solver?.id)).toEqual(['highs', 'js']);
    const [a, b] = found.map(resultOf);
    const size = Math.abs(a!.objective!);
    expect(Math.abs(a!.objective! - b!.objective!)).toBeLessThanOrEqual(1e-6 * size);
    expect(Math.abs(a!.bound! - b!.bound!)).toBeLessThanOrEqual(1e-6 * size);
    expect([a!.proven, b!.proven]).toEqual([true, true]);
    expect(b!.candidates).toEqual(a!.candidates);
  });
});
