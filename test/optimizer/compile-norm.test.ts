import { describe, expect, it } from 'vitest';
import { type Affine, absolute, denseAffine, evaluate, evaluateNorm, norm, sum } from '../../src/formula/index.js';
import { LazyNorm } from '../../src/optimizer/lazy-rows.js';
import { affineForm } from '../../src/optimizer/linear-form.js';
import { convexMinimum2 } from './convex-scan.js';
import { aBookLimit, aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';
import { seededRandom } from './solver/seeded-random.js';

const TWO = [aCandidate(0), aCandidate(1)];
const line = (name: string, a: number, b: number, c = 0): Affine => denseAffine(name, Float64Array.of(a, b), c);

/** sqrt(v' R v) over exposures to two correlated things. */
function risk(rho: number, first: Affine, second: Affine) {
  return norm('risk', [first, second], Float64Array.of(1, rho, rho, 1));
}

describe('a compiled norm', () => {
  const random = seededRandom(21);
  const number = (size: number): number => (random() * 2 - 1) * size;
  const cases = Array.from({ length: 16 }, (_, i) => {
    const rho = [0, 0.5, -0.9, 0.99][i % 4]!;
    const exposures = [
      line('a', number(3), number(3), number(30)),
      line('b', number(3), number(3), number(30)),
    ] as const;
    return [
      i,
      rho,
      sum('margin', [risk(rho, ...exposures), absolute('x', line('x', number(1), number(1), number(9)))]),
    ] as const;
  });

  it.each(cases)(
    'case %i with correlation %f is as low as a search over both quantities finds',
    async (_i, _rho, margin) => {
      const found = await solvedProgram(aProblem(margin, TWO));
      const searched = convexMinimum2((a, b) => evaluate(margin, Float64Array.of(a, b)), 10);
      expect(found.evaluated).toBeLessThanOrEqual(searched + 1e-6 * Math.max(1, searched));
      // The tangents stay below the norm: the program's objective is a bound, and the rounds close the gap.
      expect(found.objective).toBeLessThanOrEqual(searched + 1e-7 * Math.max(1, searched));
      expect(found.objective).toBeCloseTo(found.evaluated, 5);
      expect(found.run.rounds).toBeLessThan(60);
    },
  );

  it('finds the minimum-variance hedge ratio', async () => {
    // Long 10 of the first thing, the second hedges it: q = -10 rho, risk = 10 sqrt(1 - rho^2). SOURCE: Johnson (1960).
    const rho = 0.8;
    const margin = risk(rho, line('a', 1, 0), line('b', 0, 1));
    const hedge = aProblem(margin, [aCandidate(1)], { present: Float64Array.of(10, 0) });
    const { x, evaluated } = await solvedProgram(hedge);
    expect(x[0]! - x[1]!).toBeCloseTo(-8, 3);
    expect(evaluated).toBeCloseTo(6, 6);
  });

  it('goes to zero where everything can be closed', async () => {
    const margin = risk(-0.3, line('a', 1, 0), line('b', 0, 1));
    const { evaluated } = await solvedProgram(aProblem(margin, TWO, { present: Float64Array.of(7, -3) }));
    expect(evaluated).toBeCloseTo(0, 6);
  });

  it('starts from a book without risk, where there is no tangent', async () => {
    const margin = risk(0.2, line('a', 1, 0), line('b', 0, 1));
    const { evaluated } = await solvedProgram(aProblem(margin, TWO));
    expect(evaluated).toBe(0);
  });

  it('can be a limit', async () => {
    const profit = line('profit', -1, -1);
    const limit = aBookLimit(risk(0.5, line('a', 1, 0), line('b', 0, 1)), { max: 3 });
    const { evaluated, hedge, x } = await solvedProgram(aProblem(profit, TWO, { limits: [limit] }));
    // Largest a + b on a^2 + ab + b^2 = 9 is 2 sqrt(3) at a = b = sqrt(3).
    expect(evaluated).toBeCloseTo(-2 * Math.sqrt(3), 5);
    const [a, b] = hedge.trades.quantities(x) as unknown as [number, number];
    expect(evaluateNorm(Float64Array.of(a, b), Float64Array.of(1, 0.5, 0.5, 1))).toBeLessThanOrEqual(3 + 1e-6);
  });
});

describe('LazyNorm', () => {
  const node = risk(0.5, line('a', 2, 0, 1), line('b', 0, 3));
  const forms = [line('a', 2, 0, 1), line('b', 0, 3)].map((child) => affineForm(child, 2));
  const value = (form: { constant: number; perLine: Float64Array | null }, book: Float64Array): number =>
    form.perLine!.reduce((total, c, j) => total + c * book[j]!, form.constant);

  it('touches the norm at the book of the cut and lies below it elsewhere', () => {
    const lazy = new LazyNorm(5, node, forms);
    const random = seededRandom(2);
    for (let round = 0; round < 30; round++) {
      const at = Float64Array.of(random() * 8 - 4, random() * 8 - 4);
      const [cut] = lazy.cuts(at);
      expect(value(cut!.form, at)).toBeCloseTo(evaluate(node, at), 9);
      const elsewhere = Float64Array.of(random() * 8 - 4, random() * 8 - 4);
      expect(value(cut!.form, elsewhere)).toBeLessThanOrEqual(evaluate(node, elsewhere) + 1e-12);
    }
  });

  it('numbers its tangents and has none where the norm is nothing', () => {
    const lazy = new LazyNorm(5, node, forms);
    expect(lazy.cuts(Float64Array.of(-0.5, 0))).toEqual([]);
    expect([lazy.cuts(Float64Array.of(1, 1))[0]!.name, lazy.cuts(Float64Array.of(2, 1))[0]!.name]).toEqual([
      'risk, tangent 1',
      'risk, tangent 2',
    ]);
  });

  it('is violated only where its column is below the norm', () => {
    const lazy = new LazyNorm(5, node, forms);
    const book = Float64Array.of(1, 2);
    const amount = evaluate(node, book);
    expect(lazy.violated(book, amount)).toEqual([]);
    expect(lazy.violated(book, amount - 1e-12)).toEqual([]);
    expect(lazy.violated(book, amount - 1e-3)).toHaveLength(1);
  });
});

describe('a norm beside a cost', () => {
  it('hedges until the risk saved is not worth the cost', async () => {
    // Risk sqrt(36 + (10 - q)^2) at 0.5 a contract: (10 - q) / sqrt(36 + (10 - q)^2) = 0.5, so 10 - q = 2 sqrt(3).
    const margin = risk(0, line('a', 0, 1, 10), denseAffine('b', new Float64Array(2), 6));
    const costly = aCandidate(1, { bids: [aLevel({ size: 20, unitSpread: 0.4, unitFee: 0.1 })] });
    const { x, evaluated } = await solvedProgram(aProblem(margin, [costly], { present: new Float64Array(2) }));
    expect(x[1]).toBeCloseTo(10 - 2 * Math.sqrt(3), 3);
    expect(evaluated).toBeCloseTo(4 * Math.sqrt(3) + 0.5 * (10 - 2 * Math.sqrt(3)), 6);
  });
});
