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
 * are true bounds. That of the problem which has most of the rows counts; among several of those the one with as many
 * columns as the program that was solved, else the highest.
 *
 * @param columns of the program that was solved, as the certificate says
 */
export function proveAnyBound(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  multipliers: readonly RowMultiplier[],
  columns: number,
): BoundProof {
  const direct = proveBound(problem, relaxed, multipliers);
  if (!hasMinimum(problem.margin)) return direct;
  const loose = inAnySize(problem);
  const proofs = [convexPart(problem), loose, convexPart(loose)].map((easier) =>
    proveBound(easier, relaxed, multipliers),
  );
  return proofs.reduce((best, next) => (isFitter(next, best, columns) ? next : best), direct);
}

function isFitter(next: BoundProof, best: BoundProof, columns: number): boolean {
  if (next.strange.length !== best.strange.length) return next.strange.length < best.strange.length;
  const fits = [next, best].map((proof) => proof.columns === columns);
  return fits[0] === fits[1] ? next.bound > best.bound : fits[0]!;
}
