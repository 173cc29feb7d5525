import { hasMinimum } from '../formula/index.js';
import { convexPart } from './convex-part.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import type { ResolvedLimit } from './limits/index.js';
import { type BoundProof, proveBound } from './prove-bound.js';
import type { RowMultiplier } from './row-multiplier.js';

/**
 * What multipliers prove of a problem, whatever its rules: those of rules that are not convex may belong to the convex
 * formula below the margin, whose bound holds for the margin too. Both are true bounds; the higher counts.
 */
export function proveAnyBound(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  multipliers: readonly RowMultiplier[],
): BoundProof {
  const direct = proveBound(problem, relaxed, multipliers);
  if (!hasMinimum(problem.margin)) return direct;
  const below = proveBound(convexPart(problem), relaxed, multipliers);
  return below.strange.length < direct.strange.length || below.bound > direct.bound ? below : direct;
}
