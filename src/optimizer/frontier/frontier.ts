import type { HedgeFailed, HedgeInfeasible } from '../hedge-outcome.js';
import type { HedgeProblem, RelaxedEnds } from '../hedge-problem.js';
import type { HedgeTrade } from '../hedge-solution.js';
import type { ResolvedLimit } from '../limits/index.js';
import type { Breakpoint } from './convex-curve.js';
import type { Resource } from './resource.js';

/** What is asked: the best objective of a problem for every amount of a resource. */
export interface FrontierTask {
  /** Its limits hold beside that on the resource. */
  readonly problem: HedgeProblem;
  readonly resource: Resource;
  /** How many amounts, evenly spaced between the ends, are wanted; of a count, the largest. At least 2. */
  readonly points: number;
  /** Where the curve has this slope its owner is indifferent to more of the resource; null for no such place. */
  readonly indifference: number | null;
}

/** The best book for one amount of the resource. */
export interface FrontierPoint {
  /** How much of the resource may be used. */
  readonly bound: number;
  readonly status: FrontierStatus;
  /** Empty where no book was found. */
  readonly trades: readonly HedgeTrade[];
  /** No admissible book has a lower objective; -Infinity where nothing is known. */
  readonly lowerBound: number;
}

/**
 * `optimal`, `searched` and `stopped` have a book, as in a hedge search; the others have none. `infeasible`: the limits cannot
 * be kept with so little; `not reached`: time ran out before.
 */
export type FrontierStatus = 'optimal' | 'searched' | 'stopped' | 'infeasible' | 'failed' | 'not reached';

export interface Frontier {
  readonly status: 'found';
  readonly points: readonly FrontierPoint[];
  /** All of them where the curve is piecewise linear and was traced to its end, else as far as it was; null for other curves. */
  readonly breakpoints: readonly Breakpoint[] | null;
  /** Whether the breakpoints are all there are, each piece between them proven straight. */
  readonly exact: boolean;
  /** Whether time ran out, or the run was interrupted, before everything was asked. */
  readonly interrupted: boolean;
  /** The least amount with which the limits can be kept, and the least with which more buys nothing; null where not found. */
  readonly from: number | null;
  readonly to: number | null;
  /** Places on the curve, by index of the points. */
  readonly knee: number | null;
  readonly indifferent: number | null;
  /** Soft limits that gave way, all along the frontier, with the ends used instead. */
  readonly relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
}

export type FrontierOutcome = Frontier | HedgeInfeasible | HedgeFailed;

/** Whether there is a book at a point. */
export function hasBook({ status }: FrontierPoint): boolean {
  return status === 'optimal' || status === 'searched' || status === 'stopped';
}
