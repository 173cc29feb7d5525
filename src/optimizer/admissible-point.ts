import type { HedgeProgram } from './hedge-program.js';
import { checkSolution, objectiveAt } from './solver/index.js';

/**
 * The best of some points that keeps every row of a program; null when none does. Only the trade columns of a point count:
 * counts and epigraph columns get the values they must have, so the objective compared is the true one, also where rows are
 * still missing from the program.
 *
 * @param tolerance violation of a row up to which it counts as kept, relative to the row's own limit
 */
export function bestAdmissible(
  hedge: HedgeProgram,
  points: Iterable<Float64Array>,
  tolerance: number,
): Float64Array | null {
  const program = hedge.builder.build();
  let best: { readonly x: Float64Array; readonly objective: number } | null = null;
  for (const point of points) {
    const x = point.slice();
    hedge.settle(x);
    if (!(checkSolution(program, x).worstViolation <= tolerance)) continue;
    const objective = objectiveAt(program, x);
    if (best === null || objective < best.objective) best = { x, objective };
  }
  return best?.x ?? null;
}
