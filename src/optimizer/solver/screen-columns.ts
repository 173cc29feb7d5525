import type { LinearProgram } from './linear-program.js';
import type { DualProof } from './weak-duality-bound.js';

/** Room for rounding, relative to the room that is left, before a column counts as useless. */
const ROUNDING = 1e-6;

/**
 * The largest value each column can have in a point better than `cutoff`, as multipliers prove it: a column that leaves its
 * lower bound l by t makes the objective at least `bound + d t`, so t <= (cutoff - bound) / d where d > 0. Every point with
 * an objective below the cutoff keeps what is returned; nothing is said of others. A whole column is rounded down.
 *
 * Source: reduced-cost fixing, H. Crowder, E. L. Johnson and M. Padberg, "Solving large-scale zero-one linear programming
 * problems", Operations Research 31 (1983); with multipliers that are admissible whoever supplied them it is a proof.
 */
export function screenedUppers(program: LinearProgram, { bound, reduced }: DualProof, cutoff: number): Float64Array {
  const room = (cutoff - bound) * (1 + ROUNDING);
  if (!(room >= 0) || !Number.isFinite(room)) return program.upper.slice();
  return program.upper.map((upper, j) => {
    const d = reduced[j]!;
    const lower = program.lower[j]!;
    if (!(d > 0) || lower === Number.NEGATIVE_INFINITY) return upper;
    const most = lower + room / d;
    return Math.min(upper, program.integer?.[j] === 1 ? Math.floor(most + ROUNDING) : most);
  });
}
