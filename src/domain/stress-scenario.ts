import type { SourceLocation } from './source-location.js';

/** What a move of a stress scenario moves. */
export const STRESS_MOVE_KINDS = ['level', 'forward', 'volatility', 'rate', 'time'] as const;

export type StressMoveKind = (typeof STRESS_MOVE_KINDS)[number];

/** How several moves of one thing join: fractions add up, or factors multiply. */
export const STRESS_COMBINE = ['product', 'sum'] as const;

export type StressCombine = (typeof STRESS_COMBINE)[number];

/** The options whose volatility moves: from each lower bound up to, but not at, the upper one, so that buckets can meet; null for none. */
export interface VolatilityBucket {
  readonly minDays: number | null;
  readonly maxDays: number | null;
  /** Strike over forward, before the scenario. */
  readonly minMoneyness: number | null;
  readonly maxMoneyness: number | null;
}

/**
 * One move. `level` takes every forward of the underlying with it in proportion; `forward` moves those of one expiry alone,
 * after that; `volatility` is annual, `rate` continuous annual, `time` is in days.
 */
export interface StressMove {
  readonly kind: StressMoveKind;
  /** The underlying; null for all. */
  readonly of: string | null;
  /** A fraction of the figure, or an amount added to it (points of volatility and rate are 0.01). */
  readonly amount: number;
  readonly absolute: boolean;
  /** ISO date of the expiry; null for all. */
  readonly expiry: string | null;
  readonly bucket: VolatilityBucket;
  readonly origin: SourceLocation | null;
}

/** Moves that happen at once. */
export interface StressScenario {
  readonly name: string;
  readonly combine: StressCombine;
  readonly moves: readonly StressMove[];
}
