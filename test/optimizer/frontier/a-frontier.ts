import { type Frontier, type FrontierTask, solveFrontier } from '../../../src/optimizer/frontier/index.js';
import type { Resource } from '../../../src/optimizer/frontier/resource.js';
import type { HedgeProblem } from '../../../src/optimizer/hedge-problem.js';
import { loadSolver, type SolveOptions } from '../../../src/optimizer/solver/index.js';
import { aLimit } from '../hedge-cases.js';
import { solveOptions } from '../solver/solve-options.js';

/** The cost of all trades as a resource. */
export function costOfAll({ present }: HedgeProblem): Resource {
  const lines = new Uint8Array(present.length).fill(1);
  return aLimit({ kind: 'trades', amount: 'cost', lines }, { kind: 'cost' });
}

/** The number of trades as a resource. */
export const TRADES: Resource = aLimit({ kind: 'count' }, { kind: 'trades' });

export function aTask(problem: HedgeProblem, changes: Partial<FrontierTask> = {}): FrontierTask {
  return { problem, resource: costOfAll(problem), points: 6, indifference: null, ...changes };
}

export async function frontierOf(task: FrontierTask, options: Partial<SolveOptions> = {}): Promise<Frontier> {
  const outcome = await solveFrontier(task, await loadSolver('highs'), solveOptions(options));
  if (outcome.status !== 'found') throw new Error(`the frontier is ${outcome.status}`);
  return outcome;
}
