import type { LinearProgram } from './linear-program.js';
import { dualBound } from './weak-duality-bound.js';

/** A proof must exceed what rounding could fake: this share of the amounts in it. */
const ROUNDING_SHARE = 1e-11;

/**
 * Whether the multipliers prove that no point keeps every row (Farkas' lemma): with no objective every feasible point is
 * worth 0, so a lower bound above 0 is a contradiction. Source: V. Chvatal, "Linear Programming" (1983), chapter 9.
 */
export function provesInfeasible(program: LinearProgram, multipliers: Float64Array): boolean {
  const { lower, upper, count } = program.rows;
  let size = 0;
  for (let i = 0; i < count; i++) {
    const limit = multipliers[i]! > 0 ? lower[i]! : upper[i]!;
    if (Number.isFinite(limit)) size += Math.abs(multipliers[i]! * limit);
  }
  const bound = dualBound({ ...program, offset: 0, cost: new Float64Array(program.columns) }, multipliers);
  return bound > ROUNDING_SHARE * size;
}
