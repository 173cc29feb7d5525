import type { HedgeProblem, RelaxedEnds } from '../hedge-problem.js';
import type { ResolvedLimit } from '../limits/index.js';

/** The problem with the ends that soft limits came to for good: none gives way further. */
export function heldEnds(problem: HedgeProblem, relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>): HedgeProblem {
  const limits = problem.limits.map((limit) => ({
    ...limit,
    ...(relaxed.get(limit) ?? {}),
    limit: { ...limit.limit, priority: 'hard' as const },
  }));
  return { ...problem, limits };
}
