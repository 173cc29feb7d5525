import type { EstimatorName } from '../../correlation/index.js';
import type { HedgesRequest } from './hedges/hedges-request.js';
import type { RepairRequest } from './repair/repair-request.js';

/** What `margo correlate` is asked. */
export interface CorrelateRequest {
  /** A price file; null where another mode needs none. */
  readonly prices: string | null;
  /** Epoch milliseconds: prices of later dates are not looked at; null looks at all. */
  readonly asOf: number | null;
  /** Null: `sample`, or the one that `select` chooses. */
  readonly estimator: EstimatorName | null;
  /** Whether the estimator is chosen by how likely its matrix made later returns. */
  readonly select: boolean;
  /** Returns an estimate is made from, and returns after them that score it. */
  readonly window: number;
  readonly step: number;
  /** Of `ewma`, in returns; null for the default, and with `select` for a few. */
  readonly halfLife: number | null;
  /** Of `gerber`, in standard deviations. */
  readonly threshold: number;
  /** Whether rank correlations are turned into those of normal returns. */
  readonly asPearson: boolean;
  readonly returns: 'log' | 'simple';
  /** Dates that a return spans. */
  readonly days: number;
  readonly overlapping: boolean;
  readonly missing: 'pairwise' | 'common';
  readonly minReturns: number;
  /** Resamples; null for standard errors by formula. */
  readonly bootstrap: number | null;
  /** Returns in a block of the bootstrap; null for the cube root of their number. */
  readonly block: number | null;
  /** From how many calendar days on a gap, and from how many equal prices on a stale series is told. */
  readonly gapDays: number;
  readonly staleAfter: number;
  /** Whether estimates that contradict one another are refused. */
  readonly noRepair: boolean;
  /** A correlation file to be looked over; null for none. */
  readonly matrix: string | null;
  readonly repair: RepairRequest;
  /** A book whose natural hedges are asked for; null for none. */
  readonly hedges: HedgesRequest | null;
  readonly seed: number;
  readonly optionsInEffect: Readonly<Record<string, unknown>>;
}
