import { hasMinimum } from '../formula/index.js';
import { convexPart } from './convex-part.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { inAnySize } from './in-any-size.js';
import type { ResolvedLimit } from './limits/index.js';
import { type BoundProof, proveBound } from './prove-bound.js';
import type { RowMultiplier } from './row-multiplier.js';

/**
 * What multipliers prove of a problem, whatever its rules: those of rules that are not convex may belong to the convex
 * formula below the margin, and those of whole lots to the problem in any size, whose bounds hold for the problem too. All
 * are true bounds; that of the problem which has most of the rows counts, and among several of those the highest.
 */
export function proveAnyBound(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  multipliers: readonly RowMultiplier[],
): BoundProof {
  const direct = proveBound(problem, relaxed, multipliers);
  if (!hasMinimum(problem.margin)) return direct;
  const loose = inAnySize(problem);
  return [convexPart(problem), loose, convexPart(loose)]
    .map((easier) => proveBound(easier, relaxed, multipliers))
    .reduce(
      (best, next) =>
        next.strange.length < best.strange.length ||
        (next.strange.length === best.strange.length && next.bound > best.bound)
          ? next
          : best,
      direct,
    );
}
