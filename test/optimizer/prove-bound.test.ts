import { describe, expect, it } from 'vitest';
import { type Affine, denseAffine, max, norm } from '../../src/formula/index.js';
import { multipliersOf } from '../../src/optimizer/hedge-answer.js';
import { proveBound } from '../../src/optimizer/prove-bound.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';
import { seededRandom } from './solver/seeded-random.js';

const none = new Map();

/** Many scenarios, so that most rows enter while solving. */
function manyLosses(seed: number) {
  const random = seededRandom(seed);
  const row = () => Float64Array.from({ length: 12 }, () => random() * 20 - 10);
  return max(
    'worst',
    Array.from({ length: 500 }, (_, s) => denseAffine(`scenario ${s}`, row(), random() * 300 - 100)),
  );
}

const TWELVE = Array.from({ length: 12 }, (_, j) =>
  aCandidate(j, { asks: [aLevel({ unitSpread: 0.3 })], bids: [aLevel({ unitSpread: 0.2 })] }),
);

describe('a bound proved anew', () => {
  it.each([1, 2, 3])(
    'is the optimum of a linear program, seed %i, with rows made again that entered while solving',
    async (seed) => {
      const problem = aProblem(manyLosses(seed), TWELVE);
      const { run, objective } = await solvedProgram(problem);
      const multipliers = multipliersOf(run);
      const { bound, strange, ownRows } = proveBound(problem, none, multipliers);
      expect(strange).toEqual([]);
      expect(run.program.rows.count).toBeGreaterThan(ownRows);
      expect(bound).toBeCloseTo(objective, 6);
    },
  );

  it('holds for tangents to a root of squares, from where they touch', async () => {
    // The minimum-variance hedge of ten of the first thing by the second: risk = 10 sqrt(1 - 0.8^2).
    const line = (name: string, a: number, b: number): Affine => denseAffine(name, Float64Array.of(a, b));
    const risk = norm('risk', [line('a', 1, 0), line('b', 0, 1)], Float64Array.of(1, 0.8, 0.8, 1));
    const problem = aProblem(risk, [aCandidate(1)], { present: Float64Array.of(10, 0) });
    const { run, objective } = await solvedProgram(problem);
    const multipliers = multipliersOf(run);
    const { bound, strange } = proveBound(problem, none, multipliers);
    expect(multipliers.some(({ at }) => at !== null)).toBe(true);
    expect(strange).toEqual([]);
    expect(bound).toBeCloseTo(objective, 6);
  });

  it('does not use a row that the problem does not have, and says which', async () => {
    const problem = aProblem(manyLosses(4), TWELVE);
    const { run } = await solvedProgram(problem);
    const multipliers = multipliersOf(run);
    const renamed = multipliers.map((one, i) => (i === 1 ? { ...one, row: 'scenario of nobody' } : one));
    expect(proveBound(problem, none, renamed).strange).toEqual([1]);
    const scaled = multipliers.map((one, i) => (i === 0 ? { ...one, value: one.value * (1 + 1e-15) + 1e-15 } : one));
    expect(proveBound(problem, none, scaled).strange).toEqual([0]);
    // A row named twice counts twice, and weak duality holds for that as well.
    const { run: solved, objective } = await solvedProgram(problem);
    const twice = multipliersOf(solved);
    expect(proveBound(problem, none, [...twice, twice[0]!]).bound).toBeLessThan(objective);
  });

  it('never exceeds the optimum, whatever the multipliers', async () => {
    const problem = aProblem(manyLosses(5), TWELVE);
    const { run, objective } = await solvedProgram(problem);
    const all = multipliersOf(run);
    for (let left = 0; left < all.length; left++) {
      const { bound } = proveBound(
        problem,
        none,
        all.filter((_, i) => i !== left),
      );
      expect(bound).toBeLessThanOrEqual(objective + 1e-6);
    }
    expect(proveBound(problem, none, []).bound).toBeLessThan(objective);
  });
});
