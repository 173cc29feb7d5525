import { hasContradictoryLimits } from './has-contradictory-limits.js';
import type { LinearProgram } from './linear-program.js';
import type { SolveOptions, SolveOutcome } from './solver.js';

/**
 * The outcomes that need no engine, the same for each of them: already stopped, limits that contradict one another at
 * sight, no columns at all.
 *
 * @returns null when an engine has to be asked.
 */
export function settleWithoutEngine(program: LinearProgram, options: SolveOptions): SolveOutcome | null {
  if (options.signal?.aborted === true) {
    const nothing = { x: null, objective: null, bound: Number.NEGATIVE_INFINITY, worstViolation: 0 };
    return { status: 'stoppedEarly', reason: 'interrupted', ...nothing };
  }
  if (hasContradictoryLimits(program)) return { status: 'infeasible' };
  if (program.columns > 0) return null;
  const rowDuals = new Float64Array(program.rows.count);
  const { offset } = program;
  return { status: 'optimal', x: new Float64Array(0), objective: offset, rowDuals, bound: offset, worstViolation: 0 };
}
