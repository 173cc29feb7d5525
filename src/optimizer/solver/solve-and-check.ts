import { checkSolution } from './check-solution.js';
import type { LinearProgram } from './linear-program.js';
import { objectiveAt } from './objective-at.js';
import { snapToBounds } from './snap-to-bounds.js';
import type { Optimal, StoppedEarly } from './solver.js';
import { dualBound } from './weak-duality-bound.js';

/** An answer is believed with violations up to this, relative to each row's own limit. */
export const BELIEVED_VIOLATION = 1e-6;
/** A continuous answer is believed optimal with a duality gap up to this, relative to the amounts in the objective. */
export const BELIEVED_GAP = 1e-6;

/** What an engine claims about a point it calls optimal, in the original program's units. */
export interface Claim {
  readonly x: Float64Array;
  /** Multipliers of a continuous program; null for an integer search. */
  readonly rowDuals: Float64Array | null;
  /** What branch and bound claims; unused with `rowDuals`, whose bound is recomputed. */
  readonly bound: number;
  /** Gap at which the engine was allowed to stop; 0 for continuous programs. */
  readonly relativeGap: number;
}

/** The point recomputed on the original data. */
export interface CheckedPoint {
  readonly x: Float64Array;
  readonly objective: number;
  readonly worstViolation: number;
}

/** Puts x onto its bounds where rounding left it outside and recomputes its objective and worst violation. */
export function checkPoint(program: LinearProgram, x: Float64Array): CheckedPoint {
  const snapped = snapToBounds(program, x);
  return {
    x: snapped,
    objective: objectiveAt(program, snapped),
    worstViolation: checkSolution(program, snapped).worstViolation,
  };
}

/**
 * The one place where an engine's "optimal" becomes believed: rows, bounds and integrality are recomputed on the original
 * data, and the duality gap from the multipliers (a violated row shows in the first, a suboptimal point only in the second).
 *
 * @returns the outcome, or a sentence saying why it is not believed.
 */
export function believeOptimal(program: LinearProgram, claim: Claim): Optimal | string {
  const point = checkPoint(program, claim.x);
  if (!(point.worstViolation <= BELIEVED_VIOLATION)) {
    const { worstRow } = checkSolution(program, point.x);
    const where = worstRow < 0 ? '' : ` in row ${worstRow}`;
    return `the answer breaks a limit by ${point.worstViolation.toExponential(1)} of its size${where}`;
  }
  const bound = claim.rowDuals === null ? claim.bound : dualBound(program, claim.rowDuals);
  const gap = Math.abs(point.objective - bound) / objectiveSize(program, point);
  if (!(gap <= BELIEVED_GAP + claim.relativeGap)) {
    return `the answer ${point.objective} is not proven optimal: the bound is ${bound}`;
  }
  return { status: 'optimal', ...point, rowDuals: claim.rowDuals, bound: Math.min(bound, point.objective) };
}

/**
 * What a stopped run leaves behind: the best of the points given that keeps every row, and the bound so far.
 *
 * @param points original units; the unusable ones are dropped.
 */
export function stoppedOutcome(
  program: LinearProgram,
  reason: StoppedEarly['reason'],
  points: readonly (Float64Array | null)[],
  bound: number,
): StoppedEarly {
  let best: CheckedPoint | null = null;
  for (const x of points) {
    const point = x === null ? null : checkPoint(program, x);
    if (point === null || !(point.worstViolation <= BELIEVED_VIOLATION)) continue;
    if (best === null || point.objective < best.objective) best = point;
  }
  const known = Number.isFinite(bound) ? bound : Number.NEGATIVE_INFINITY;
  if (best === null)
    return { status: 'stoppedEarly', reason, x: null, objective: null, bound: known, worstViolation: 0 };
  return { status: 'stoppedEarly', reason, ...best, bound: Math.min(known, best.objective) };
}

/** Amounts that net out in the objective: a gap is measured against them, so that an optimum of 0 is no special case. */
function objectiveSize(program: LinearProgram, point: CheckedPoint): number {
  let gross = Math.abs(program.offset);
  let dearest = 0;
  for (let j = 0; j < program.columns; j++) {
    gross += Math.abs(program.cost[j]! * point.x[j]!);
    dearest = Math.max(dearest, Math.abs(program.cost[j]!));
  }
  return Math.max(gross, 1e-3 * dearest, Number.MIN_VALUE);
}
