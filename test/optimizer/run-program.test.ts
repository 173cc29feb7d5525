import { describe, expect, it } from 'vitest';
import { absolute, denseAffine, norm } from '../../src/formula/index.js';
import { buildHedgeProgram } from '../../src/optimizer/hedge-program.js';
import { runProgram } from '../../src/optimizer/run-program.js';
import { checkSolution, loadSolver } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aProblem } from './hedge-cases.js';
import { scriptedSolver } from './scripted-solver.js';
import { solveOptions } from './solver/solve-options.js';

const delta = denseAffine('delta', Float64Array.of(1), -7.5);
const aim = { kind: 'margin' } as const;

describe('runProgram', () => {
  it('solves once where every row is there', async () => {
    const hedge = buildHedgeProgram(aProblem(absolute('margin', delta), [aCandidate(0)]), { aim });
    const run = await runProgram(hedge, await loadSolver('highs'), solveOptions());
    expect(run).toMatchObject({ rounds: 1, rowNames: ['margin: delta', 'margin: minus delta'] });
    expect(run.outcome).toMatchObject({ status: 'optimal', objective: 0 });
  });

  it('hands back the program with every row that was added, which the answer keeps', async () => {
    const risk = norm('risk', [delta, denseAffine('other', Float64Array.of(0.5), 3)], Float64Array.of(1, 0.3, 0.3, 1));
    const hedge = buildHedgeProgram(aProblem(risk, [aCandidate(0)]), { aim });
    const atFirst = hedge.builder.rowNames.length;
    const { outcome, program, rowNames, rounds } = await runProgram(hedge, await loadSolver('highs'), solveOptions());
    if (outcome.status !== 'optimal') throw new Error(outcome.status);
    expect(rounds).toBeGreaterThan(2);
    expect(program.rows.count).toBe(rowNames.length);
    expect(outcome.rowDuals).toHaveLength(rowNames.length);
    expect(checkSolution(program, outcome.x).worstViolation).toBeLessThanOrEqual(1e-6);
    expect(atFirst).toBeLessThan(rowNames.length);
    // The next run starts with them, and has nothing to add.
    expect(hedge.builder.rowNames).toEqual(rowNames);
    const again = await runProgram(hedge, await loadSolver('highs'), solveOptions());
    expect(again.rounds).toBe(1);
    expect(again.outcome).toMatchObject({ status: 'optimal', objective: expect.closeTo(outcome.objective, 9) });
  });

  it('changes the program as told before it is opened', async () => {
    const lots = aProblem(absolute('margin', delta), [aCandidate(0, { lot: 5 })], { wholeLots: true });
    const hedge = buildHedgeProgram(lots, { aim });
    const solver = await loadSolver('highs');
    const whole = await runProgram(hedge, solver, solveOptions());
    const parts = await runProgram(hedge, solver, solveOptions(), (program) => ({ ...program, integer: null }));
    expect(whole.outcome).toMatchObject({ status: 'optimal', objective: 2.5 });
    expect(parts.outcome).toMatchObject({ status: 'optimal', objective: 0 });
  });

  it('hands back an infeasible outcome at once and lets the session go', async () => {
    const { solver, seen } = scriptedSolver([{ status: 'infeasible' }]);
    const limit = aBookLimit(delta, { min: 100 });
    const hedge = buildHedgeProgram(aProblem(absolute('margin', delta), [aCandidate(0)], { limits: [limit] }), { aim });
    expect((await runProgram(hedge, solver, solveOptions())).outcome).toEqual({ status: 'infeasible' });
    expect(seen).toMatchObject({ solves: 1, rows: 0, disposed: 1 });
  });

  it('lets the session go when the engine throws', async () => {
    const { solver, seen } = scriptedSolver([]);
    const hedge = buildHedgeProgram(aProblem(absolute('margin', delta), [aCandidate(0)]), { aim });
    await expect(runProgram(hedge, solver, solveOptions())).rejects.toThrow('the script is empty');
    expect(seen.disposed).toBe(1);
  });

  it('ends after its rounds when an engine never takes a cut to heart', async () => {
    const risk = norm('risk', [delta], Float64Array.of(1));
    const hedge = buildHedgeProgram(aProblem(risk, [aCandidate(0)]), { aim });
    const x = new Float64Array(hedge.builder.columns);
    const stubborn = { status: 'optimal', x, objective: 0, rowDuals: null, bound: 0, worstViolation: 0 } as const;
    const { solver, seen } = scriptedSolver([stubborn]);
    const run = await runProgram(hedge, solver, solveOptions());
    expect(run.rounds).toBe(200);
    expect(seen).toMatchObject({ solves: 200, rows: 199, disposed: 1 });
  });
});
