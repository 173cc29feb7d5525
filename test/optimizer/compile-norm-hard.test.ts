import { describe, expect, it } from 'vitest';
import {
  type Affine,
  constant,
  denseAffine,
  evaluate,
  type Formula,
  max,
  norm,
  positivePart,
  sum,
} from '../../src/formula/index.js';
import { proveBound } from '../../src/optimizer/prove-bound.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { convexMinimum2 } from './convex-scan.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';
import { seededRandom } from './solver/seeded-random.js';
import { solveOptions } from './solver/solve-options.js';

const GAP = 1e-7;
const unit = (j: number, lines: number, scale = 1): Affine => {
  const coefficients = new Float64Array(lines);
  coefficients[j] = scale;
  return denseAffine(`exposure ${j}`, coefficients);
};

/** rho everywhere beside the diagonal. */
function alike(n: number, rho: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : rho));
}

/** v' R v with everything that is not traded held fixed has its minimum where R_tt v_t = -R_tf v_f; by Gauss elimination. */
function hedgedNorm(matrix: Float64Array, held: Float64Array, traded: readonly number[]): number {
  const n = held.length;
  const at = (i: number, j: number): number => matrix[i * n + j]!;
  const rows = traded.map((i) => {
    const fixed = held.reduce((total, value, j) => total + (traded.includes(j) ? 0 : at(i, j) * value), 0);
    return [...traded.map((j) => at(i, j)), -fixed];
  });
  for (let p = 0; p < rows.length; p++) {
    for (let r = 0; r < rows.length; r++) {
      if (r === p) continue;
      const factor = rows[r]![p]! / rows[p]![p]!;
      rows[r] = rows[r]!.map((value, c) => value - factor * rows[p]![c]!);
    }
  }
  const v = held.slice();
  traded.forEach((j, p) => {
    v[j] = rows[p]!.at(-1)! / rows[p]![p]!;
  });
  let square = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) square += v[i]! * at(i, j) * v[j]!;
  return Math.sqrt(square);
}

async function closed(node: Formula, lines: number, traded: readonly number[], present: Float64Array, size = 1e3) {
  const level = aLevel({ size });
  const candidates = traded.map((j) => aCandidate(j, { asks: [level], bids: [level] }));
  const problem = aProblem(node, candidates, { present });
  const outcome = await solveHedge(problem, await loadSolver('highs'), solveOptions({ relativeGap: 0 }));
  if (outcome.status !== 'optimal') throw new Error(outcome.status);
  const book = present.slice();
  for (const { line, direction, quantity } of outcome.trades) book[line] = book[line]! + direction * quantity;
  const amount = evaluate(node, book);
  const scale = Math.max(1, amount);
  expect(outcome.bound).toBeLessThanOrEqual(amount + GAP * scale);
  expect(amount - outcome.bound).toBeLessThanOrEqual(GAP * scale);
  // The same bound from rows and multipliers alone, tangents made again from where they touch.
  const proof = proveBound(problem, outcome.relaxed, outcome.multipliers);
  expect(proof.strange).toEqual([]);
  expect(amount - proof.bound).toBeLessThanOrEqual(GAP * scale);
  expect(lines).toBe(book.length);
  return amount;
}

describe('the gap of a norm closes to 1e-7, and its bound is proved without the solver', () => {
  it.each([2, 5, 20, 50])('%i exposures, half of them traded: the least variance by linear algebra', async (n) => {
    const random = seededRandom(n);
    const matrix = alike(n, 0.4);
    const held = Float64Array.from({ length: n }, () => random() * 20 - 10);
    const traded = Array.from({ length: Math.floor(n / 2) }, (_, k) => 2 * k);
    const node = norm(
      'risk',
      Array.from({ length: n }, (_, j) => unit(j, n)),
      matrix,
    );
    const amount = await closed(node, n, traded, held);
    expect(amount / hedgedNorm(matrix, held, traded)).toBeCloseTo(1, 7);
  });

  it.each([1e6, 1e-3])('exposures of %f a contract', async (size) => {
    const matrix = alike(3, 0.7);
    const held = Float64Array.of(3, -2, 5);
    const node = norm(
      'risk',
      [0, 1, 2].map((j) => unit(j, 3, size)),
      matrix,
    );
    const amount = await closed(node, 3, [0, 1], held);
    expect(amount / (size * hedgedNorm(matrix, held, [0, 1]))).toBeCloseTo(1, 6);
  });

  it('exposures of very different sizes', async () => {
    const held = Float64Array.of(4, 7);
    const node = norm('risk', [unit(0, 2, 1e6), unit(1, 2, 1)], alike(2, 0.5));
    const amount = await closed(node, 2, [1], held, 1e7);
    // v_1 = -0.5 v_0: what is left is sqrt(0.75) of 4 million.
    expect(amount / (4e6 * Math.sqrt(0.75))).toBeCloseTo(1, 7);
  });

  it('a singular matrix: what moves as one is hedged away altogether', async () => {
    const node = norm('risk', [unit(0, 2, 5), unit(1, 2, 2)], alike(2, 1));
    expect(await closed(node, 2, [1], Float64Array.of(8, 0))).toBeLessThan(1e-6);
    const three = norm(
      'risk',
      [0, 1, 2].map((j) => unit(j, 3)),
      alike(3, 1),
    );
    expect(await closed(three, 3, [0, 2], Float64Array.of(1, 2, 3))).toBeLessThan(1e-6);
  });

  it('a matrix of nothing and a book of nothing', async () => {
    const nothing = norm('risk', [unit(0, 1)], Float64Array.of(0));
    expect(await closed(nothing, 1, [0], Float64Array.of(5))).toBe(0);
    const node = norm('risk', [unit(0, 2), unit(1, 2)], alike(2, 0.3));
    expect(await closed(node, 2, [0, 1], new Float64Array(2))).toBe(0);
  });
});

describe('a norm over parts that are not affine', () => {
  const parts = (seed: number): Formula[] => {
    const random = seededRandom(seed);
    const line = (name: string): Affine =>
      denseAffine(
        name,
        Float64Array.from({ length: 2 }, () => random() * 4 - 2),
        random() * 20 - 6,
      );
    return ['a', 'b', 'c'].map((name) => max(name, [line(`${name} up`), line(`${name} down`), constant('nothing', 0)]));
  };

  it.each([1, 2, 3, 4, 5, 6])('is as low as a search over both quantities finds, seed %i', async (seed) => {
    const tilt = denseAffine('tilt', Float64Array.of(0.3, -0.2), 10);
    const margin = sum('margin', [norm('joined', parts(seed), alike(3, 0.5)), positivePart('tilt', tilt)]);
    const { objective, evaluated, run } = await solvedProgram(aProblem(margin, [aCandidate(0), aCandidate(1)]));
    const searched = convexMinimum2((a, b) => evaluate(margin, Float64Array.of(a, b)), 10);
    expect(evaluated).toBeLessThanOrEqual(searched + 1e-6 * Math.max(1, searched));
    expect(evaluated - objective).toBeLessThanOrEqual(GAP * Math.max(1, evaluated));
    expect(run.rounds).toBeLessThan(60);
  });

  it('takes no negative weight, which would make it bend the wrong way', () => {
    expect(() => norm('joined', parts(1), alike(3, -0.1))).toThrow('negative weight of a part that is not affine');
    expect(() => norm('linear', [unit(0, 1), unit(0, 1)], alike(2, -0.1))).not.toThrow();
  });
});
