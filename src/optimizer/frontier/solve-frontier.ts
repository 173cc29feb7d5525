import { buildHedgeProgram } from '../hedge-program.js';
import { withSharedTime } from '../shared-time.js';
import { solveHedge } from '../solve-hedge.js';
import type { SolveOptions, Solver } from '../solver/index.js';
import type { FrontierOutcome, FrontierTask } from './frontier.js';
import { heldEnds } from './held-ends.js';
import { linearFrontier } from './linear-frontier.js';
import { limitAt } from './resource.js';
import { searchedFrontier } from './searched-frontier.js';

/**
 * The best objective of a hedge problem for every amount of a resource: from the least with which the limits can be kept to
 * the least with which more buys nothing. Where the program is continuous it is solved as a parametric one, else searched point
 * by point. Soft limits give way as far as they must with an unlimited amount, and keep those ends all along. The time
 * limit of the options holds for all of it together; what was found by then is handed back.
 */
export async function solveFrontier(
  task: FrontierTask,
  engine: Solver,
  options: SolveOptions,
): Promise<FrontierOutcome> {
  const solver = withSharedTime(engine, options.timeLimit);
  if (!isContinuous(task)) return searchedFrontier(task, solver, options);
  const strict = await linearFrontier(task, solver, options);
  if (strict.status !== 'infeasible') return strict;
  const free = await solveHedge(task.problem, solver, options);
  if (free.status === 'infeasible' || free.status === 'failed') return free;
  const eased = await linearFrontier({ ...task, problem: heldEnds(task.problem, free.relaxed) }, solver, options);
  if (eased.status === 'found') return { ...eased, relaxed: free.relaxed };
  if (eased.status === 'failed') return eased;
  const detail = 'the limits were found feasible first and infeasible later: please report it';
  return { status: 'failed', cause: 'engine', detail };
}

function isContinuous({ problem, resource }: FrontierTask): boolean {
  const limits = [...problem.limits, limitAt(resource, 0)];
  return buildHedgeProgram({ ...problem, limits }, { aim: { kind: 'margin' } }).builder.build().integer === null;
}
