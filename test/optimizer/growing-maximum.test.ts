import { describe, expect, it } from 'vitest';
import { constant, denseAffine, evaluate, type Formula, max, scale, sum } from '../../src/formula/index.js';
import { GrowingMaximum } from '../../src/optimizer/growing-maximum.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';

const CANDIDATES = [
  aCandidate(0, { asks: [aLevel({ unitSpread: 0.1 })], bids: [aLevel({ unitSpread: 0.1 })] }),
  aCandidate(1, { asks: [aLevel({ unitSpread: 0.2 })], bids: [aLevel({ unitSpread: 0.2 })] }),
];
const PRESENT = Float64Array.of(6, -4);

/** The length of a book of two, by the tangent where it is: one child of a maximum that has no end of them. */
function tangent(book: Float64Array): Formula {
  const length = Math.hypot(...book);
  return denseAffine(
    `towards ${length.toFixed(3)}`,
    Float64Array.from(book, (value) => value / length),
  );
}

const more = (book: Float64Array, above: number): Formula[] =>
  Math.hypot(...book) > above + 1e-9 ? [scale('twice', 2, scale('half', 0.5, tangent(book)))] : [];

describe('a maximum that grows', () => {
  it('is solved over all its children, from one that is listed', async () => {
    const listed = max('risk', [denseAffine('first', Float64Array.of(1, 0)), constant('nothing', 0)]);
    const problem = aProblem(sum('margin', [listed]), CANDIDATES, { present: PRESENT });
    const growing = new Map([[listed as Formula, more]]);
    const { x, objective, run, hedge } = await solvedProgram({ ...problem, growing });
    // |book| + spread: each unit traded saves up to 1 and costs 0.1 or 0.2, so that both are closed.
    const [a, b] = hedge.trades.quantities(x) as unknown as [number, number];
    expect(Math.hypot(a, b)).toBeLessThan(1e-6);
    expect(objective).toBeCloseTo(0.6 + 0.8, 6);
    expect(run.rounds).toBeGreaterThan(1);
    expect(run.rowNames.some((name) => name.startsWith('risk: towards '))).toBe(true);
  });

  it('may exceed what its listed children can come to', async () => {
    const listed = max('risk', [constant('nothing', 0)]);
    const stuck = [aCandidate(0, { asks: [aLevel({ size: 1 })], bids: [aLevel({ size: 1 })] }), CANDIDATES[1]!];
    const problem = aProblem(listed, [stuck[0]!], { present: PRESENT });
    const { objective } = await solvedProgram({ ...problem, growing: new Map([[listed as Formula, more]]) });
    // One of the first line can be sold: sqrt(5^2 + 4^2).
    expect(objective).toBeCloseTo(Math.sqrt(41), 6);
    expect(evaluate(listed, PRESENT)).toBe(0);
  });

  it('searches for no child while a listed one is violated, and makes none again from a name', () => {
    let asked = 0;
    const listed = max('risk', [denseAffine('first', Float64Array.of(1, 0))]);
    const rows = new GrowingMaximum(0, listed, (book, above) => more(book, above + 0 * ++asked), 2);
    expect(rows.violated(PRESENT, 5)).toEqual([]);
    expect(asked).toBe(0);
    expect(rows.violated(PRESENT, 6).map(({ name }) => name)).toEqual(['risk: towards 7.211']);
    expect(rows.violated(PRESENT, 8)).toEqual([]);
    expect(rows.named()).toEqual([]);
  });

  it('refuses children that are not affine', () => {
    const listed = max('risk', [constant('nothing', 0)]);
    const bent = max('bent', [constant('a', 1), constant('b', 2)]);
    const rows = new GrowingMaximum(0, listed, () => [bent], 2);
    expect(() => rows.violated(PRESENT, 1)).toThrow("'bent' of 'risk' is not affine");
  });
});
