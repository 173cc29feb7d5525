import { describe, expect, it } from 'vitest';
import { denseAffine, evaluate, max, scale, sum } from '../../src/formula/index.js';
import { LazyMaximum } from '../../src/optimizer/lazy-rows.js';
import { aBookLimit, aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';
import { seededRandom } from './solver/seeded-random.js';

const INSTRUMENTS = 12;
const CANDIDATES = Array.from({ length: INSTRUMENTS }, (_, j) =>
  aCandidate(j, { asks: [aLevel({ unitSpread: 0.3 })], bids: [aLevel({ unitSpread: 0.2 })] }),
);

/** Losses of twelve instruments in many scenarios; the tails count in part. */
function losses(scenarios: number, seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length: scenarios }, (_, s) => {
    const node = denseAffine(
      `scenario ${s}`,
      Float64Array.from({ length: INSTRUMENTS }, () => random() * 20 - 10),
      random() * 300 - 100,
    );
    return s % 5 === 0 ? scale(node.name, 0.33, node) : node;
  });
}

describe('a max over 500 scenarios', () => {
  it.each([1, 2, 3])('has the optimum of all its rows at once, seed %i', async (seed) => {
    const children = losses(500, seed);
    const lazily = await solvedProgram(aProblem(max('worst', children), CANDIDATES));
    // In eight parts of at most 64 children every row is there from the start.
    const parts = Array.from({ length: 8 }, (_, i) => max(`part ${i}`, children.slice(i * 63, (i + 1) * 63)));
    const atOnce = await solvedProgram(aProblem(max('worst', parts), CANDIDATES));
    expect(atOnce.hedge.lazy).toHaveLength(0);
    expect(atOnce.run.rounds).toBe(1);
    expect(lazily.hedge.lazy).toHaveLength(1);
    expect(lazily.objective).toBeCloseTo(atOnce.objective, 6);
    expect(lazily.evaluated).toBeCloseTo(lazily.objective, 6);
    expect(lazily.run.program.rows.count).toBeLessThan(atOnce.run.program.rows.count);
    expect(lazily.run.rowNames).toHaveLength(lazily.run.program.rows.count);
  });

  it('holds as a limit, though most of its rows were never there', async () => {
    const worst = max('worst', losses(500, 4));
    const profit = denseAffine('profit', new Float64Array(INSTRUMENTS).fill(-1));
    const start = evaluate(worst, new Float64Array(INSTRUMENTS));
    const limit = aBookLimit(worst, { max: 1.05 * start });
    const found = await solvedProgram(aProblem(profit, CANDIDATES, { limits: [limit] }));
    expect(found.run.rounds).toBeGreaterThan(1);
    expect(evaluate(worst, found.hedge.trades.quantities(found.x))).toBeLessThanOrEqual(1.05 * start * (1 + 1e-6));
    expect(found.objective).toBeLessThan(-1);
  });

  it('shares its column and rows between the objective and a limit', async () => {
    const worst = max('worst', losses(100, 6));
    const both = aProblem(sum('margin', [worst]), CANDIDATES, { limits: [aBookLimit(worst, { max: 1e6 })] });
    const { hedge } = await solvedProgram(both);
    expect(hedge.lazy).toHaveLength(1);
    expect(hedge.builder.columns).toBe(2 * INSTRUMENTS + 1);
  });
});

describe('LazyMaximum', () => {
  const nodes = Array.from({ length: 100 }, (_, i) => ({
    node: denseAffine(`s${i}`, Float64Array.of(1), i),
    factor: i < 50 ? 1 : 0.1,
  }));

  it('starts with the twenty that hurt most, worst first, weights counted', () => {
    const lazy = new LazyMaximum(3, nodes, 1);
    const names = lazy.start(Float64Array.of(0)).map(({ name }) => name);
    expect(names).toEqual(Array.from({ length: 20 }, (_, i) => `s${49 - i}`));
  });

  it('gives each row once, and only rows above the column', () => {
    const lazy = new LazyMaximum(3, nodes, 1);
    lazy.start(Float64Array.of(0));
    expect(lazy.violated(Float64Array.of(0), 27.5).map(({ name }) => name)).toEqual(['s29', 's28']);
    expect(lazy.violated(Float64Array.of(0), 27.5)).toEqual([]);
    expect(lazy.violated(Float64Array.of(0), 27 - 1e-12)).toEqual([]);
    expect(lazy.violated(Float64Array.of(0), 26.9).map(({ name }) => name)).toEqual(['s27']);
  });

  it('gives forms with the factor in them', () => {
    const lazy = new LazyMaximum(3, [{ node: denseAffine('a', Float64Array.of(8), 4), factor: 0.25 }], 1);
    const [row] = lazy.start(Float64Array.of(0));
    expect(row!.form.constant).toBe(1);
    expect([...row!.form.perLine!]).toEqual([2]);
  });
});
