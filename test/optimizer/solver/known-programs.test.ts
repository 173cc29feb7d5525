import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/optimizer/solver/check-solution.js';
import { loadSolver } from '../../../src/optimizer/solver/load-solver.js';
import { dualBound } from '../../../src/optimizer/solver/weak-duality-bound.js';
import { denseProgram } from './dense-program.js';
import { KNOWN_PROGRAMS, type KnownProgram } from './known-programs.js';
import { solveOptions } from './solve-options.js';

async function expectKnown(id: 'highs' | 'js', known: KnownProgram): Promise<void> {
  const program = denseProgram(known.program);
  const session = (await loadSolver(id)).open(program);
  const outcome = await session.solve(solveOptions());
  session.dispose();
  expect(outcome).toMatchObject({ status: known.status });
  if (outcome.status !== 'optimal' || known.objective === null) return;

  const digits = 1e-9 * Math.max(1e-8, Math.abs(known.objective));
  expect(Math.abs(outcome.objective - known.objective)).toBeLessThanOrEqual(digits);
  expect(checkSolution(program, outcome.x).worstViolation).toBeLessThan(1e-9);
  for (const [j, value] of (known.x ?? []).entries()) expect(outcome.x[j]).toBeCloseTo(value, 8);
  // The multipliers are the proof: their dot product is the objective again.
  const proven = dualBound(program, outcome.rowDuals!);
  expect(Math.abs(proven - known.objective)).toBeLessThanOrEqual(digits);
  expect(outcome.bound).toBeLessThanOrEqual(outcome.objective);
  for (const [i, dual] of (known.rowDuals ?? []).entries()) expect(outcome.rowDuals![i]).toBeCloseTo(dual, 8);
}

describe.each(['highs', 'js'] as const)('%s on programs with known answers', (id) => {
  it.each(KNOWN_PROGRAMS)('$name', async (known) => {
    await expectKnown(id, known);
  });
});
