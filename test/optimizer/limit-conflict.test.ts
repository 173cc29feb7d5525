import { describe, expect, it } from 'vitest';
import { absolute, constant, denseAffine } from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { findConflict, type LimitEnd } from '../../src/optimizer/limit-conflict.js';
import type { ResolvedLimit } from '../../src/optimizer/limits/index.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from './hedge-cases.js';
import { seededRandom } from './solver/seeded-random.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const exposure = (name: string, ...coefficients: number[]) => denseAffine(name, Float64Array.from(coefficients));
const THREE = [0, 1, 2].map((line) => aCandidate(line));

async function conflictOf(problem: HedgeProblem) {
  return findConflict(problem, solver, solveOptions());
}

/** The problem with some ends of its limits left open. */
function without(problem: HedgeProblem, ends: readonly LimitEnd[]): HedgeProblem {
  const limits = problem.limits.map((resolved): ResolvedLimit => {
    const open = (end: 'min' | 'max') => ends.some((one) => one.limit === resolved.limit && one.end === end);
    return { ...resolved, min: open('min') ? -Infinity : resolved.min, max: open('max') ? Infinity : resolved.max };
  });
  return { ...problem, limits };
}

async function feasible(problem: HedgeProblem): Promise<boolean> {
  const { status } = await solveHedge(problem, solver, solveOptions());
  if (status === 'failed') throw new Error('the solver failed');
  return status !== 'infeasible';
}

describe('findConflict', () => {
  it('names the one end that cannot be kept', async () => {
    const limits = [aBookLimit(exposure('a', 1), { min: 20, max: 90 }), aBookLimit(exposure('b', 1), { max: 30 })];
    const { conflict, relaxations } = await conflictOf(aProblem(constant('none', 0), [aCandidate(0)], { limits }));
    expect(conflict.map(({ name }) => name)).toEqual(['delta a min']);
    expect(relaxations.get(limits[0]!)!.min).toBeCloseTo(10, 6);
    expect(relaxations.get(limits[0]!)!.max).toBe(90);
    expect(relaxations.size).toBe(1);
  });

  it('names two ends that are in each other’s way and leaves out the rest', async () => {
    const limits = [
      aBookLimit(exposure('free', 0, 1), { min: -5, max: 5 }),
      aBookLimit(exposure('a', 1, 0), { min: 4, max: 9, kind: 'vega' }),
      aBookLimit(exposure('b', 2, 0), { min: -3, max: 6, kind: 'gamma' }),
    ];
    const { conflict } = await conflictOf(aProblem(constant('none', 0), THREE.slice(0, 2), { limits }));
    expect(conflict.map(({ name, end }) => [name, end])).toEqual([
      ['vega a min', 'min'],
      ['gamma b max', 'max'],
    ]);
  });

  it('names both ends of a limit between two lots', async () => {
    const between = aBookLimit(exposure('a', 1), { min: 0.4, max: 0.8 });
    const lots = aProblem(constant('none', 0), [aCandidate(0, { lot: 1 })], { limits: [between], wholeLots: true });
    expect((await conflictOf(lots)).conflict.map(({ name }) => name)).toEqual(['delta a min', 'delta a max']);
  });

  it('names a pattern as it was stated, not each of its instruments', async () => {
    const position = (line: number): ResolvedLimit => ({
      ...aBookLimit(exposure(`X${line}`, ...[0, 1, 2].map((j) => (j === line ? 1 : 0))), { kind: 'position' }),
      limit: stated,
      min: -1,
      max: 1,
    });
    const stated = { ...aBookLimit(constant('x', 0)).limit, kind: 'position' as const, scope: 'X*' };
    const limits = [...[0, 1, 2].map(position), aBookLimit(exposure('all', 1, 1, 1), { min: 5 })];
    const { conflict, relaxations } = await conflictOf(aProblem(constant('none', 0), THREE, { limits }));
    expect(conflict.map(({ name }) => name)).toEqual(['position X* max', 'delta all min']);
    expect([...relaxations.keys()].map(({ name }) => name)).toEqual(['delta all']);
  });

  it('looks at hard limits only', async () => {
    const hard = aBookLimit(exposure('a', 1), { min: 20 });
    const soft = aBookLimit(exposure('b', 1), { max: -20, priority: 3 });
    const { conflict } = await conflictOf(aProblem(constant('none', 0), [aCandidate(0)], { limits: [soft, hard] }));
    expect(conflict.map(({ name }) => name)).toEqual(['delta a min']);
  });

  it('finds a count in the way', async () => {
    const limits = [
      aLimit({ kind: 'count' }, { kind: 'trades', max: 1 }),
      aBookLimit(exposure('all', 1, 1, 1), { min: 15 }),
    ];
    const { conflict } = await conflictOf(aProblem(constant('none', 0), THREE, { limits }));
    expect(conflict.map(({ name }) => name)).toEqual(['trades total max', 'delta all min']);
  });

  it('finds the size of what is displayed in the way of one limit alone', async () => {
    const thin = aCandidate(0, { asks: [aLevel({ size: 2 })] });
    const limits = [
      aBookLimit(exposure('a', 1), { min: 3 }),
      aBookLimit(exposure('X0', 1), { kind: 'position', max: 50 }),
    ];
    const { conflict } = await conflictOf(aProblem(constant('none', 0), [thin], { limits }));
    expect(conflict.map(({ name }) => name)).toEqual(['delta a min']);
  });

  it('keeps every end when the solver cannot tell', async () => {
    const limits = [aBookLimit(exposure('a', 1), { min: 20, max: 90 })];
    const problem = aProblem(constant('none', 0), [aCandidate(0)], { limits });
    const { conflict, relaxations } = await findConflict(
      problem,
      solver,
      solveOptions({ signal: AbortSignal.abort() }),
    );
    expect(conflict.map(({ name }) => name)).toEqual(['delta a min', 'delta a max']);
    expect(relaxations.size).toBe(0);
  });
});

describe('a conflict of random limits', () => {
  const random = seededRandom(77);
  const cases = Array.from({ length: 25 }, (_, i) => {
    const number = (size: number): number => (random() * 2 - 1) * size;
    const limits = Array.from({ length: 6 }, (_, k) => {
      const middle = number(25);
      return aBookLimit(exposure(`f${k}`, number(2), number(2), number(2)), { min: middle - 3, max: middle + 3 });
    });
    const margin = absolute('margin', exposure('m', 1, 1, 1));
    return [i, aProblem(margin, THREE, { limits })] as const;
  });

  it.each(cases)('is irreducible, and its relaxation is enough: case %i', async (_, problem) => {
    if (await feasible(problem)) return;
    const { conflict, relaxations } = await conflictOf(problem);
    const ends = problem.limits.flatMap(({ limit }) =>
      (['min', 'max'] as const).map((end) => ({ name: '', limit, end })),
    );
    const others = ends.filter(({ limit, end }) => !conflict.some((one) => one.limit === limit && one.end === end));
    expect(conflict.length).toBeGreaterThan(0);
    expect(await feasible(without(problem, others))).toBe(false);
    for (const member of conflict) expect(await feasible(without(problem, [...others, member]))).toBe(true);
    const relaxed = problem.limits.map((limit) => ({ ...limit, ...relaxations.get(limit) }));
    expect(await feasible({ ...problem, limits: relaxed })).toBe(true);
  });

  it('does occur', async () => {
    const feasibles = await Promise.all(cases.map(([, problem]) => feasible(problem)));
    expect(feasibles.filter((is) => !is).length).toBeGreaterThan(15);
  });
});
