import type { HedgeProblem } from '../hedge-problem.js';
import { smallestRelaxation } from '../relax-limits.js';
import type { SolveOptions, Solver } from '../solver/index.js';
import { limitAt, type Resource } from './resource.js';

/**
 * The least amount of a resource with which the limits can be kept, up to rounding.
 *
 * @returns null when the solver did not find out
 */
export async function leastResource(
  problem: HedgeProblem,
  resource: Resource,
  solver: Solver,
  options: SolveOptions,
): Promise<number | null> {
  const none = limitAt(resource, 0);
  const least = await smallestRelaxation(
    {
      problem: { ...problem, limits: [...problem.limits, none] },
      limits: new Set([none]),
      without: new Set(),
      relaxed: new Map(),
    },
    solver,
    options,
  );
  if (least.status !== 'moved') return null;
  const ends = least.ends.get(none);
  if (ends === undefined) return 0;
  const room = Math.max(ends.max, resource.measure.kind === 'book' ? -ends.min : 0);
  return resource.measure.kind === 'count' ? Math.round(room) : room;
}
