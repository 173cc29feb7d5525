import { describe, expect, it } from 'vitest';
import type { LinearProgram } from '../../../src/optimizer/solver/linear-program.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import { ProgramBuilder } from '../../../src/optimizer/solver/program-builder.js';
import type { TreeGuide } from '../../../src/optimizer/solver/tree-guide.js';
import { seededRandom } from './seeded-random.js';
import { solveOptions } from './solve-options.js';

const solver = await loadSolver('highs');
const ITEMS = 9;

/** Choose at most `most` of nine things of some value, each usable up to 1, under one weight: columns, then switches. */
function choice(seed: number, most: number): { program: LinearProgram; guide: TreeGuide } {
  const random = seededRandom(seed);
  const builder = new ProgramBuilder();
  const all = Array.from({ length: ITEMS }, (_, j) => j);
  for (const _ of all) builder.addColumn({ name: 'use', lower: 0, upper: 1, cost: -1 - 9 * random() });
  for (const _ of all) builder.addColumn({ name: 'switch', lower: 0, upper: 1, cost: 0, integer: true });
  const weights = all.map(() => 0.2 + random());
  builder.addRow({ name: 'weight', lower: -Infinity, upper: 1.5, indices: all, values: weights });
  for (const j of all) {
    builder.addRow({ name: 'opens', lower: -Infinity, upper: 0, indices: [j, j + ITEMS], values: [1, -1] });
  }
  const switches = all.map((j) => j + ITEMS);
  builder.addRow({ name: 'most', lower: -Infinity, upper: most, indices: switches, values: switches.map(() => 1) });
  const guide: TreeGuide = {
    switches: new Map(all.map((j) => [j + ITEMS, [j]])),
    *points(x) {
      yield x.map((value, j) => (j < ITEMS ? value : x[j - ITEMS]! > 1e-9 ? 1 : 0));
    },
    leastSwitches: (x) => x.map((value, j) => (j < ITEMS ? value : Math.min(value, x[j - ITEMS]!))),
    missing: () => null,
  };
  return { program: builder.build(), guide };
}

describe('searchTree', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    "finds what HiGHS's own search finds, seed %i",
    async (seed) => {
      const { program, guide } = choice(seed, 1 + (seed % 3));
      const options = solveOptions({ relativeGap: 0 });
      const { outcome, nodes } = await solver.searchTree!(program, guide, options);
      const session = solver.open(program);
      const other = await session.solve(options);
      session.dispose();
      if (outcome.status !== 'optimal' || other.status !== 'optimal')
        throw new Error(`${outcome.status} ${other.status}`);
      expect(outcome.objective).toBeCloseTo(other.objective, 6);
      expect(outcome.bound).toBeLessThanOrEqual(outcome.objective);
      expect(nodes).toBeGreaterThanOrEqual(1);
    },
  );

  it('knows when no point keeps every row', async () => {
    const { program, guide } = choice(1, 2);
    const rows = { ...program.rows, lower: program.rows.lower.map((lower, i) => (i === 0 ? 1.4 : lower)) };
    rows.upper = rows.upper.map((upper, i) => (i === ITEMS + 1 ? 0 : upper));
    const { outcome } = await solver.searchTree!({ ...program, rows }, guide, solveOptions());
    expect(outcome).toEqual({ status: 'infeasible' });
  });

  it('hands back the point it started from, with a bound, when it is stopped', async () => {
    const { program, guide } = choice(3, 2);
    const start = new Float64Array(program.columns);
    const stopped = AbortSignal.abort();
    const interrupted = await solver.searchTree!(program, guide, solveOptions({ start, signal: stopped }));
    expect(interrupted.outcome).toMatchObject({ status: 'stoppedEarly', reason: 'interrupted', objective: 0 });
    const late = await solver.searchTree!(program, guide, solveOptions({ start, timeLimit: 0 }));
    expect(late.outcome).toMatchObject({ status: 'stoppedEarly', reason: 'time', objective: 0 });
    const short = await solver.searchTree!(program, guide, solveOptions({ start, nodeLimit: 1, relativeGap: 0 }));
    const { outcome } = short;
    if (outcome.status === 'stoppedEarly') {
      expect(outcome.reason).toBe('effort');
      expect(outcome.bound).toBeLessThanOrEqual(outcome.objective!);
    } else expect(outcome.status).toBe('optimal');
  });
});
