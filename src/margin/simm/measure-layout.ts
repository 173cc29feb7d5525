import type { CrifFactor } from '../../domain/index.js';

/**
 * One risk factor of a bucket: its weighted sensitivity is the sum of `weights[i] x net[crif[i]]`, times the concentration
 * factor of its name.
 */
export interface RiskFactor {
  readonly crif: readonly number[];
  readonly weights: readonly number[];
  /** Place among the layout's names. */
  readonly name: number;
  /** Its concentration does not weigh it (cross-currency basis). */
  readonly isExempt: boolean;
  /** Any CRIF factor it is made of: what its correlations depend on. */
  readonly sample: CrifFactor;
}

/** What concentration is measured on: the sum of `exposures[i] x net[crif[i]]` against a threshold in USD. */
export interface ConcentrationName {
  readonly crif: readonly number[];
  readonly exposures: readonly number[];
  readonly thresholdUsd: number;
}

/**
 * Correlation between the factors of a bucket: two figures, by whether both are of the same group, or a function of the
 * two places. `groupOf` null: no two are of the same group.
 */
export type BucketCorrelation =
  | { readonly kind: 'groups'; readonly same: number; readonly different: number; readonly groupOf: Int32Array | null }
  | { readonly kind: 'pairs'; readonly at: (k: number, l: number) => number };

export interface BucketLayout {
  readonly name: string;
  readonly factors: readonly RiskFactor[];
  readonly correlation: BucketCorrelation;
}

/**
 * How one measure (delta, vega or curvature) of one risk class is reckoned from net sensitivities. It depends on which
 * factors there are and not on their amounts, so that the figure and its convex core are made of the same weights.
 */
export interface MeasureLayout {
  readonly buckets: readonly BucketLayout[];
  readonly residual: BucketLayout | null;
  readonly names: readonly ConcentrationName[];
  /** Correlation between buckets by place. */
  readonly between: (b: number, c: number) => number;
  /** Whether names lie in one bucket each, whose concentration also damps what buckets have in common (interest rates). */
  readonly bucketsAreNames: boolean;
}

/** Correlation of two factors of a bucket by place. */
export function correlationAt(correlation: BucketCorrelation, k: number, l: number): number {
  if (correlation.kind === 'pairs') return correlation.at(k, l);
  const { groupOf, same, different } = correlation;
  return groupOf !== null && groupOf[k] === groupOf[l] ? same : different;
}
