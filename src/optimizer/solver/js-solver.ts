import { createRequire } from 'node:module';
import { JsSession } from './js-session.js';
import type { LinearProgram } from './linear-program.js';
import type { Solver, SolverSession } from './solver.js';

/** javascript-lp-solver, the engine in plain JavaScript: small continuous programs, see {@link JsSession}. */
export function jsSolver(): Solver {
  const require = createRequire(import.meta.url);
  const { version } = require('javascript-lp-solver/package.json') as { readonly version: string };
  return {
    id: 'js',
    version,
    open(program: LinearProgram): SolverSession {
      return new JsSession(program);
    },
  };
}
