import { describe, expect, it } from 'vitest';
import { loadSolver, ProgramBuilder } from '../../../src/optimizer/solver/index.js';
import { withRowLimits } from '../../../src/optimizer/solver/with-row-limits.js';
import { solveOptions } from './solve-options.js';

/** Minimise -x - 2y with x, y <= 4 and x + y <= most: on paper -2 min(most, 4) - max(0, min(most, 8) - 4). */
function aProgram(most: number, integer = false) {
  const builder = new ProgramBuilder();
  const x = builder.addColumn({ name: 'x', lower: 0, upper: 4, cost: -1, integer });
  const y = builder.addColumn({ name: 'y', lower: 0, upper: 4, cost: -2, integer });
  builder.addRow({ name: 'both', lower: -Infinity, upper: most, indices: [x, y], values: [1, 1] });
  return builder.build();
}

const least = (most: number): number => -2 * Math.min(most, 4) - Math.max(0, Math.min(most, 8) - 4);

describe('moving the limits of a row of an open session', () => {
  it.each([
    ['highs', false],
    ['highs', true],
    ['js', false],
  ] as const)(
    '%s, whole numbers %s: every answer is that of the program with those limits',
    async (engine, integer) => {
      const session = (await loadSolver(engine)).open(aProgram(8, integer));
      for (const most of [8, 2, 5, Infinity, 0, 6]) {
        session.changeRow(0, -Infinity, most);
        const outcome = await session.solve(solveOptions());
        if (outcome.status !== 'optimal') throw new Error(outcome.status);
        expect(outcome.objective).toBeCloseTo(least(most), 9);
        expect(outcome.bound).toBeCloseTo(least(most), 6);
      }
      session.changeRow(0, -Infinity, -1);
      expect((await session.solve(solveOptions())).status).toBe('infeasible');
      session.changeRow(0, -Infinity, 3);
      expect(await session.solve(solveOptions())).toMatchObject({
        status: 'optimal',
        objective: expect.closeTo(-6, 9),
      });
      session.dispose();
    },
  );

  it('leaves the program it is given alone, and knows its rows', () => {
    const program = aProgram(8);
    expect(withRowLimits(program, 0, 1, 2).rows.upper[0]).toBe(2);
    expect(program.rows.upper[0]).toBe(8);
    expect(() => withRowLimits(program, 1, 0, 0)).toThrow(RangeError);
  });
});
