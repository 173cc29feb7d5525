import type { HedgeOutcome } from './hedge-outcome.js';
import type { HedgeProblem } from './hedge-problem.js';
import { findConflict } from './limit-conflict.js';
import { relaxSoftLimits } from './relax-limits.js';
import { withSharedTime } from './shared-time.js';
import { solveWithEnds } from './solve-with-ends.js';
import type { SolveOptions, Solver } from './solver/index.js';

/**
 * Finds the trades that make marginWeight x initial margin + cost smallest within the limits.
 *
 * The linear program first: it gives a bound that can be re-checked. Whole lots and trade counts go through branch and
 * bound, started from the rounded linear answer so that a stop has a usable book. Soft limits give way in order of
 * priority only if the hard ones cannot be kept with them. The time limit of the options holds for all of it together.
 */
export async function solveHedge(problem: HedgeProblem, engine: Solver, options: SolveOptions): Promise<HedgeOutcome> {
  const solver = withSharedTime(engine, options.timeLimit);
  const strict = await solveWithEnds(problem, new Map(), solver, options);
  if (strict.status !== 'infeasible') return strict;
  const eased = await relaxSoftLimits(problem, solver, options);
  if (eased.status === 'failed') return eased;
  if (eased.status === 'infeasible') {
    return { status: 'infeasible', ...(await findConflict(problem, solver, options)) };
  }
  const easier = await solveWithEnds(problem, eased.ends, solver, options);
  if (easier.status !== 'infeasible') return easier;
  const detail = 'the limits were found feasible first and infeasible later: please report it';
  return { status: 'failed', cause: 'engine', detail };
}
