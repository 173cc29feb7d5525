import type { Limit } from '../../domain/index.js';
import type { Formula } from '../../formula/index.js';
import type { GreekFigures } from '../../scenario/index.js';
import type { ScopeMatch, ScopeUniverse } from './limit-scope.js';

/** What a limit bounds. */
export type LimitMeasure =
  /**
   * A figure of the book after the trades. Unless affine it can only be bounded from above; or from below, where its
   * convex opposite is given.
   */
  | { readonly kind: 'book'; readonly formula: Formula; readonly opposite?: Formula }
  /** A figure that adds up over the trades: cost, or notional traded, of the lines marked 1. */
  | { readonly kind: 'trades'; readonly amount: 'cost' | 'notional'; readonly lines: Uint8Array }
  /** How many instruments are traded; of the lines marked 1 where they are given. */
  | { readonly kind: 'count'; readonly lines?: Uint8Array }
  /** The smallest trade, in contracts or in money of notional; only from below, and kept where nothing is traded. */
  | { readonly kind: 'ticket'; readonly amount: 'contracts' | 'notional' }
  /** How many price levels are taken in part: only none at all can be asked for. */
  | { readonly kind: 'partLevels' };

/** One thing to measure; a pattern may give several. */
export interface MeasuredScope {
  readonly scope: string;
  readonly unit: string;
  readonly measure: LimitMeasure;
}

/** Why a limit means nothing here; the app words it. */
export interface LimitProblem {
  readonly problem: 'unknownScope' | 'unknownScenario' | 'onlyMaximum' | 'relativeToTrades';
  readonly known: readonly string[];
}

export interface LimitContext extends ScopeUniverse {
  /** Per contract, by line. */
  readonly greeks: readonly GreekFigures[];
  /** Present contracts, by line. */
  readonly quantities: Float64Array;
  readonly initialMargin: Formula;
  readonly scenarios: readonly { readonly name: string; readonly pnl: Formula; readonly loss: Formula }[];
  readonly currency: string;
}

/** How one kind of limit is measured. */
export type LimitRule = (limit: Limit, context: LimitContext) => readonly MeasuredScope[] | LimitProblem;

/** Whether a scope or a rule found nothing to measure. */
export function isProblem(result: readonly unknown[] | ScopeMatch | LimitProblem): result is LimitProblem {
  return 'problem' in result;
}
