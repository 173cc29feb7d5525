import type { SourceLocation } from './source-location.js';

export const LIMIT_KINDS = [
  'delta',
  'gamma',
  'vega',
  'theta',
  'rho',
  'gross',
  'net',
  'position',
  'cost',
  'trades',
  'turnover',
  'loss',
  'margin',
] as const;

export type LimitKind = (typeof LIMIT_KINDS)[number];

/** One end of a limit. `relative`: `value` is a fraction of the present book's figure (0.9 for `90%`). */
export interface LimitBound {
  readonly value: number;
  readonly relative: boolean;
}

/**
 * A bound the owner puts on the book after the trades.
 *
 * `scope`: an underlying, an expiry (`2026-07-31`), an instrument pattern (`BTC-*-C`), a scenario's name, or `total`.
 * `priority`: `hard`, or 1..5, where 1 is given up first. A limit with `keep` has no ends of its own: they follow from the
 * present book; `loss` with `keep` keeps the gains in scenarios.
 */
export interface Limit {
  readonly kind: LimitKind;
  readonly scope: string;
  readonly min: LimitBound | null;
  readonly max: LimitBound | null;
  readonly priority: 'hard' | 1 | 2 | 3 | 4 | 5;
  readonly origin: SourceLocation | null;
  /** Of a limit that keeps today's figure: the band around it, `value` a fraction of it where `relative`, else in its unit. */
  readonly keep?: LimitBound;
  /** What it is called, where that is not its kind: of limits that only an option can state. */
  readonly title?: string;
}
