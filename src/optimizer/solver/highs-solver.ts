import { HighsSession } from './highs-session.js';
import { IntegerSession } from './integer-session.js';
import type { LinearProgram } from './linear-program.js';
import { loadHighs } from './load-highs.js';
import type { Solver, SolverSession } from './solver.js';

/** HiGHS (npm `highs`, WebAssembly): continuous and integer programs. Loads the engine at once, so the first solve does not. */
export async function loadHighsSolver(): Promise<Solver> {
  const { version } = await loadHighs();
  return {
    id: 'highs',
    version: version.string,
    open(program: LinearProgram): SolverSession {
      return program.integer === null ? new HighsSession(program) : new IntegerSession(program);
    },
  };
}
