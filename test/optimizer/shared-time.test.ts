import { describe, expect, it } from 'vitest';
import { withSharedTime } from '../../src/optimizer/shared-time.js';
import { RowBlockBuilder, type SolveOutcome, type Solver } from '../../src/optimizer/solver/index.js';
import { solveOptions } from './solver/solve-options.js';

const EMPTY = {
  columns: 0,
  offset: 0,
  cost: new Float64Array(0),
  lower: new Float64Array(0),
  upper: new Float64Array(0),
  integer: null,
  rows: new RowBlockBuilder(0).build(),
};

function recording() {
  const seen: { limits: number[]; rows: number; changes: number[]; disposed: number } = {
    limits: [],
    rows: 0,
    changes: [],
    disposed: 0,
  };
  const infeasible: SolveOutcome = { status: 'infeasible' };
  const solver: Solver = {
    id: 'highs',
    version: '9.9',
    open: () => ({
      addRows: () => {
        seen.rows += 1;
      },
      changeRow: (row, lower, upper) => {
        seen.changes.push(row, lower, upper);
      },
      solve: async ({ timeLimit }) => {
        seen.limits.push(timeLimit);
        await new Promise((resolve) => setTimeout(resolve, 15));
        return infeasible;
      },
      dispose: () => {
        seen.disposed += 1;
      },
    }),
  };
  return { solver, seen };
}

describe('withSharedTime', () => {
  it('gives each solve what those before it left', async () => {
    const { solver, seen } = recording();
    const shared = withSharedTime(solver, 0.02);
    for (let solve = 0; solve < 4; solve++) await shared.open(EMPTY).solve(solveOptions({ timeLimit: 0.02 }));
    expect(seen.limits[0]).toBeGreaterThan(0);
    expect(seen.limits[0]).toBeLessThanOrEqual(0.02);
    expect(seen.limits.every((limit, i) => i === 0 || limit <= seen.limits[i - 1]!)).toBe(true);
    expect(seen.limits.at(-1)).toBe(0);
  });

  it('gives no solve more than it asks for', async () => {
    const { solver, seen } = recording();
    await withSharedTime(solver, 1000)
      .open(EMPTY)
      .solve(solveOptions({ timeLimit: 0.5 }));
    expect(seen.limits).toEqual([0.5]);
  });

  it('sets no limit where there is none', async () => {
    const { solver, seen } = recording();
    await withSharedTime(solver, Infinity)
      .open(EMPTY)
      .solve(solveOptions({ timeLimit: Infinity }));
    expect(seen.limits).toEqual([Infinity]);
  });

  it('is the same solver otherwise', async () => {
    const { solver, seen } = recording();
    const shared = withSharedTime(solver, 1);
    expect([shared.id, shared.version]).toEqual(['highs', '9.9']);
    const session = shared.open(EMPTY);
    session.addRows(EMPTY.rows);
    session.changeRow(3, -1, 2);
    session.dispose();
    expect(seen).toMatchObject({ rows: 1, changes: [3, -1, 2], disposed: 1 });
  });
});
