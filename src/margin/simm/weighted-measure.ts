import type { BucketLayout, MeasureLayout } from './measure-layout.js';
import { weightedSums } from './weighted-sums.js';

/** The weighted sensitivities of a bucket, and the concentration factor of each one's name. */
export interface WeightedBucket {
  readonly layout: BucketLayout;
  readonly weighted: Float64Array;
  readonly concentration: Float64Array;
}

/** The concentration factor of every name: max(1, sqrt(|net exposure| / threshold)). */
export function concentrations({ exposures, thresholds }: MeasureLayout, net: Float64Array): Float64Array {
  return weightedSums(exposures, net).map((exposure, name) =>
    Math.max(1, Math.sqrt(Math.abs(exposure) / thresholds[name]!)),
  );
}

/** Weighted sensitivities of a bucket: risk weight x net sensitivity x concentration of its name. */
export function weightedBucket(layout: BucketLayout, net: Float64Array, byName: Float64Array): WeightedBucket {
  const { sums, nameOf, isExempt } = layout;
  const weighted = weightedSums(sums, net);
  const concentration = new Float64Array(weighted.length);
  for (let k = 0; k < weighted.length; k++) {
    const factor = byName[nameOf[k]!]!;
    concentration[k] = factor;
    if (isExempt[k] === 0) weighted[k]! *= factor;
  }
  return { layout, weighted, concentration };
}
