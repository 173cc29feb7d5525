import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/optimizer/solver/check-solution.js';
import type { LinearProgram } from '../../../src/optimizer/solver/linear-program.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import { objectiveAt } from '../../../src/optimizer/solver/objective-at.js';
import type { SolveOutcome, Solver } from '../../../src/optimizer/solver/solver.js';
import { dualBound } from '../../../src/optimizer/solver/weak-duality-bound.js';
import { FAMILIES, marginLikeProgram } from './margin-like-program.js';
import { solveOptions } from './solve-options.js';

const SEEDS_PER_FAMILY = 25;

async function solved(solver: Solver, program: LinearProgram): Promise<SolveOutcome> {
  const session = solver.open(program);
  try {
    return await session.solve(solveOptions());
  } finally {
    session.dispose();
  }
}

/** Right by itself: the point keeps every row and its own multipliers prove that nothing is better. */
function expectProvenOptimal(program: LinearProgram, outcome: SolveOutcome): void {
  if (outcome.status !== 'optimal') throw new Error(`expected an optimum, got ${JSON.stringify(outcome)}`);
  const objective = objectiveAt(program, outcome.x);
  expect(outcome.objective).toBe(objective);
  expect(checkSolution(program, outcome.x).worstViolation).toBeLessThan(1e-7);
  const gap = objective - dualBound(program, outcome.rowDuals!);
  expect(Math.abs(gap)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(objective)));
}

describe('two hundred seeded margin programs', () => {
  it.each(FAMILIES)('both engines agree: %s', async (family) => {
    const highs = await loadSolver('highs');
    const js = await loadSolver('js');
    let declined = 0;
    for (let seed = 1; seed <= SEEDS_PER_FAMILY; seed++) {
      const program = marginLikeProgram(seed, family);
      const first = await solved(highs, program);
      const second = await solved(js, program);
      if (family === 'infeasible') expect(first.status, `seed ${seed}`).toBe('infeasible');
      else expectProvenOptimal(program, first);
      if (second.status === 'numericalFailure') {
        declined++;
        continue;
      }
      expect(second.status, `seed ${seed}`).toBe(first.status);
      if (first.status !== 'optimal' || second.status !== 'optimal') continue;
      expectProvenOptimal(program, second);
      const tolerance = 1e-6 * Math.max(1, Math.abs(first.objective));
      expect(Math.abs(first.objective - second.objective), `seed ${seed}`).toBeLessThanOrEqual(tolerance);
    }
    // Measured: 0 of 200 declined at these sizes. It may decline now and then, it must not do so habitually.
    expect(declined).toBeLessThanOrEqual(2);
  });

  it('both engines agree when everything is unbounded in one direction', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const program = marginLikeProgram(seed, 'plain');
      // A margin that is paid out rather than held, with nothing above it.
      const paidOut = { ...program, cost: program.cost.map((cost, j) => (j === 0 ? -1 : cost)) };
      const statuses = [];
      for (const id of ['highs', 'js'] as const) statuses.push((await solved(await loadSolver(id), paidOut)).status);
      expect(statuses, `seed ${seed}`).toEqual(['unbounded', 'unbounded']);
    }
  });

  it('the order of rows does not matter', async () => {
    const highs = await loadSolver('highs');
    const program = marginLikeProgram(7, 'duplicates');
    const outcome = await solved(highs, program);
    const turned = await solved(highs, rowsReversed(program));
    if (outcome.status !== 'optimal' || turned.status !== 'optimal') throw new Error('expected two optima');
    expect(Math.abs(turned.objective - outcome.objective)).toBeLessThan(1e-9 * Math.abs(outcome.objective));
  });
});

function rowsReversed(program: LinearProgram): LinearProgram {
  const { rows } = program;
  const order = Array.from({ length: rows.count }, (_, i) => rows.count - 1 - i);
  const entries = order.map((i) =>
    Array.from({ length: rows.starts[i + 1]! - rows.starts[i]! }, (_, k) => rows.starts[i]! + k),
  );
  const starts = new Int32Array(rows.count + 1);
  for (const [i, list] of entries.entries()) starts[i + 1] = starts[i]! + list.length;
  const flat = entries.flat();
  return {
    ...program,
    rows: {
      count: rows.count,
      lower: Float64Array.from(order, (i) => rows.lower[i]!),
      upper: Float64Array.from(order, (i) => rows.upper[i]!),
      starts,
      indices: Int32Array.from(flat, (k) => rows.indices[k]!),
      values: Float64Array.from(flat, (k) => rows.values[k]!),
    },
  };
}
