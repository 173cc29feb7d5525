import type { CrifFactor } from '../../domain/index.js';

/** Sums over net sensitivities by column: entry i adds `weights[i] x net[crif[i]]` to the sum number `sumOf[i]`. */
export interface WeightedSums {
  readonly sumOf: Int32Array;
  readonly crif: Int32Array;
  readonly weights: Float64Array;
  /** How many sums there are. */
  readonly size: number;
}

/**
 * Correlation between the factors of a bucket: two figures, by whether both are of the same group, or a function of the
 * two places. `groupOf` null: no two are of the same group.
 */
export type BucketCorrelation =
  | { readonly kind: 'groups'; readonly same: number; readonly different: number; readonly groupOf: Int32Array | null }
  | { readonly kind: 'pairs'; readonly at: (k: number, l: number) => number };

/** A bucket: its risk factors by place, structure of arrays, as there may be tens of thousands. */
export interface BucketLayout {
  readonly name: string;
  /** Sensitivities times risk weights, one sum per risk factor; its name's concentration comes on top. */
  readonly sums: WeightedSums;
  /** By risk factor: the place among the layout's names of what its concentration is measured on. */
  readonly nameOf: Int32Array;
  /** By risk factor: 1 where concentration does not weigh it (cross-currency basis). */
  readonly isExempt: Uint8Array;
  /** By risk factor: any CRIF factor it is made of. */
  readonly samples: readonly CrifFactor[];
  readonly correlation: BucketCorrelation;
}

/**
 * How one measure (delta, vega or curvature) of one risk class is reckoned from net sensitivities. It depends on which
 * factors there are and not on their amounts, so that the figure and its convex core are made of the same weights.
 */
export interface MeasureLayout {
  readonly buckets: readonly BucketLayout[];
  readonly residual: BucketLayout | null;
  /** What concentration is measured on, one sum per name, USD. */
  readonly exposures: WeightedSums;
  /** By name, USD. */
  readonly thresholds: Float64Array;
  /** Correlation between buckets by place. */
  readonly between: (b: number, c: number) => number;
  /** Whether names lie in one bucket each, whose concentration also damps what buckets have in common (interest rates). */
  readonly bucketsAreNames: boolean;
}

const NO_SUMS: WeightedSums = {
  ...{ sumOf: new Int32Array(0), crif: new Int32Array(0), weights: new Float64Array(0) },
  size: 0,
};

/** A measure of which there is no sensitivity. */
export const EMPTY_MEASURE: MeasureLayout = {
  ...{ buckets: [], residual: null, exposures: NO_SUMS, thresholds: new Float64Array(0) },
  ...{ between: () => 0, bucketsAreNames: false },
};

/** Correlation of two factors of a bucket by place. */
export function correlationAt(correlation: BucketCorrelation, k: number, l: number): number {
  if (correlation.kind === 'pairs') return correlation.at(k, l);
  const { groupOf, same, different } = correlation;
  return groupOf !== null && groupOf[k] === groupOf[l] ? same : different;
}
