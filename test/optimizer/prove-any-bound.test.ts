import { describe, expect, it } from 'vitest';
import { convexPart } from '../../src/optimizer/convex-part.js';
import type { HedgeFound, HedgeOutcome } from '../../src/optimizer/hedge-outcome.js';
import { type HedgeProblem, needsIntegers } from '../../src/optimizer/hedge-problem.js';
import { inAnySize } from '../../src/optimizer/in-any-size.js';
import { proveAnyBound } from '../../src/optimizer/prove-any-bound.js';
import { solveAnyHedge } from '../../src/optimizer/solve-any-hedge.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { randomNonconvex } from './random-nonconvex.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1);

/** Rules that are not convex, in whole lots; without limits, so that there is always an answer. */
const inLots = (seed: number): HedgeProblem =>
  randomNonconvex(seed, { candidates: 3, limits: 0, lots: { lot: 0.5, most: 6 } });

function found(outcome: HedgeOutcome): HedgeFound {
  if (!('trades' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('inAnySize', () => {
  it('asks for no whole numbers, and for nothing else less', () => {
    const problem = inLots(1);
    expect(needsIntegers(problem)).toBe(true);
    expect(inAnySize(problem)).toEqual({ ...problem, wholeLots: false });
  });
});

describe('proveAnyBound', () => {
  it.each(SEEDS)('problem %i: knows the program the multipliers are of, and its bound holds', async (seed) => {
    const problem = inLots(seed);
    const best = found(await solveAnyHedge(problem, solver, solveOptions()));
    for (const easier of [inAnySize(problem), convexPart(problem), convexPart(inAnySize(problem))]) {
      const solved = found(await solveHedge(easier, solver, solveOptions()));
      if (solved.lpBound === null) continue;
      const proof = proveAnyBound(problem, new Map(), solved.multipliers, solved.columns);
      expect(proof.strange).toEqual([]);
      expect(proof.columns).toBe(solved.columns);
      const size = Math.max(1, Math.abs(solved.lpBound));
      expect(Math.abs(proof.bound - solved.lpBound)).toBeLessThanOrEqual(1e-6 * size);
      expect(proof.bound).toBeLessThanOrEqual(best.bound + 1e-6 * size);
    }
  });

  it('proves nothing with rows that no such program has', () => {
    const strange = { row: 'scenario of nobody', value: 1, hash: '00', at: null };
    const proof = proveAnyBound(inLots(1), new Map(), [strange], 0);
    expect(proof.strange).toEqual([0]);
  });
});
