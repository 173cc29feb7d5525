import { HighsSession } from './highs-session.js';
import { IntegerSession } from './integer-session.js';
import type { LinearProgram } from './linear-program.js';
import { discardHighs, isEngineAbort, loadHighs } from './load-highs.js';
import type { Solver, SolverSession } from './solver.js';
import { searchTree } from './tree-search.js';

/** HiGHS (npm `highs`, WebAssembly): continuous and integer programs. Loads the engine at once, so the first solve does not. */
export async function loadHighsSolver(): Promise<Solver> {
  const { version } = await loadHighs();
  return {
    id: 'highs',
    version: version.string,
    open(program: LinearProgram): SolverSession {
      return program.integer === null ? new HighsSession(program) : new IntegerSession(program);
    },
    async searchTree(program, guide, options) {
      try {
        return await searchTree(program, guide, options);
      } catch (error) {
        if (!isEngineAbort(error)) throw error;
        discardHighs();
        const outcome = { status: 'numericalFailure', detail: `HiGHS stopped: ${error.message}` } as const;
        return { outcome, screened: new Uint8Array(program.columns), nodes: 0 };
      }
    },
  };
}
