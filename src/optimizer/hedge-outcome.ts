import type { RelaxedEnds } from './hedge-problem.js';
import type { HedgeTrade } from './hedge-solution.js';
import type { LimitConflict } from './limit-conflict.js';
import type { ResolvedLimit } from './limits/index.js';
import type { RowMultiplier } from './row-multiplier.js';

/** What an optimisation came to, before anything is re-evaluated. */
export type HedgeOutcome = HedgeFound | HedgeInfeasible | HedgeFailed;

/**
 * How rules that are not convex were dealt with; `exact` where they are convex.
 *
 * - `convexPart`: convex formulas below and above the margin were optimised. The bound is that of the formula below.
 * - `cover`: a convex formula that is never below the margin was optimised first, then ones that equal it at the best book so
 *   far. The bound is that of the formula below, which for a value at risk is the least it can come to.
 * - `binaries`: the rules themselves were searched, which of the smaller amounts counts being part of the search.
 */
export type HedgeMethod = 'exact' | 'convexPart' | 'cover' | 'binaries';

export interface HedgeFound {
  /**
   * `stopped`: by time or by interruption, with the best admissible trades known then. `searched`: all that is tried was
   * tried, and a gap remains.
   */
  readonly status: 'optimal' | 'stopped' | 'searched';
  readonly method: HedgeMethod;
  readonly trades: readonly HedgeTrade[];
  /** Soft limits that had to give way, with the ends used instead. */
  readonly relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
  /** Nothing admissible has a lower objective; -Infinity when stopped before any bound was known. */
  readonly bound: number;
  /** The bound that multipliers alone prove: of the program itself, or of its continuous relaxation. */
  readonly lpBound: number | null;
  /** What branch and bound claims; null for a linear program. */
  readonly searchBound: number | null;
  /** Candidates that a search over whole numbers left out because reduced costs prove that no better book has them. */
  readonly screened?: number;
  readonly multipliers: readonly RowMultiplier[];
  /** Objective saved per unit by which a limit is relaxed, from the final duals (integers fixed); never negative. */
  readonly shadowPrices: ReadonlyMap<ResolvedLimit, number>;
  readonly rows: number;
  readonly columns: number;
  readonly worstViolation: number;
}

export interface HedgeInfeasible extends LimitConflict {
  readonly status: 'infeasible';
}

export interface HedgeFailed {
  readonly status: 'failed';
  /** Out of time before any usable book, or an engine whose answer cannot be believed. */
  readonly cause: 'time' | 'engine';
  readonly detail: string;
}
