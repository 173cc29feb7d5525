import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant, denseAffine, evaluate, type Formula, max, type Norm, norm } from '../../src/formula/index.js';
import { normTower } from '../../src/optimizer/norm-tower.js';

const figures = (n: number) => fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n, maxLength: n });

/** A' A of `rank` rows, so positive semidefinite and mostly singular. */
function gram(entries: readonly number[], rank: number, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    let total = 0;
    for (let r = 0; r < rank; r++) total += entries[r * n + i]! * entries[r * n + j]!;
    return total;
  });
}

const widest = (node: Formula): number =>
  node.kind === 'norm' ? Math.max(node.children.length, ...node.children.map(widest)) : 0;

describe('a norm as a tower of norms of two', () => {
  it('comes to the same for every book, singular or not', () => {
    const cases = fc
      .integer({ min: 1, max: 7 })
      .chain((n) =>
        fc.tuple(
          fc.constant(n),
          fc.integer({ min: 1, max: n }),
          figures(n * n),
          figures(3 * n),
          figures(n),
          figures(3),
        ),
      );
    fc.assert(
      fc.property(cases, ([n, rank, entries, slopes, constants, book]) => {
        const parts = constants.map((fixed, i) =>
          denseAffine(`part ${i}`, Float64Array.from(slopes.slice(3 * i, 3 * i + 3)), fixed),
        );
        const node = norm('risk', parts, gram(entries, rank, n));
        const planes = normTower(node)!;
        expect(widest(planes)).toBeLessThanOrEqual(2);
        const [amount, same] = [node, planes].map((one) => evaluate(one, Float64Array.from(book)));
        const size =
          Math.sqrt(Math.max(...node.matrix)) *
          parts.reduce((most, part) => most + Math.abs(evaluate(part, Float64Array.from(book))), 0);
        expect(Math.abs(amount! - same!)).toBeLessThanOrEqual(1e-6 * size + 1e-12);
      }),
      { seed: 90, numRuns: 300 },
    );
  });

  it('has fewer parts where the matrix is singular, and none where it is nothing', () => {
    const parts = [1, 2, 3].map((slope) => denseAffine(`part ${slope}`, Float64Array.of(slope)));
    const ones = normTower(norm('risk', parts, new Float64Array(9).fill(1))) as Norm;
    expect(ones.children).toHaveLength(1);
    expect(evaluate(ones, Float64Array.of(2))).toBeCloseTo(12, 12);
    const nothing = normTower(norm('risk', parts, new Float64Array(9))) as Norm;
    expect([nothing.children.length, evaluate(nothing, Float64Array.of(2))]).toEqual([0, 0]);
  });

  it('names its planes by the axes below them', () => {
    const parts = [0, 1, 2, 3, 4].map((j) => denseAffine(`part ${j}`, Float64Array.of(j + 1)));
    const identity = Float64Array.from({ length: 25 }, (_, k) => (k % 6 === 0 ? 1 : 0));
    const { name, children } = normTower(norm('risk', parts, identity)) as Norm;
    expect([name, ...children.map((child) => child.name)]).toEqual(['risk', 'risk, axes 1 to 3', 'risk, axes 4 to 5']);
    const [left] = children as [Norm];
    expect(left.children.map((child) => child.name)).toEqual(['risk, axes 1 to 2', 'risk, axis 3']);
  });

  it('is not made of parts that are not affine', () => {
    const part = max('part', [denseAffine('x', Float64Array.of(1)), constant('nothing', 0)]);
    expect(normTower(norm('joined', [part, part, part], new Float64Array(9).fill(1)))).toBeNull();
  });
});
