import type { BucketLayout, MeasureLayout } from './measure-layout.js';

/** The weighted sensitivities of a bucket, and the concentration factor of each one's name. */
export interface WeightedBucket {
  readonly layout: BucketLayout;
  readonly weighted: Float64Array;
  readonly concentration: Float64Array;
}

/** The concentration factor of every name: max(1, sqrt(|net exposure| / threshold)). */
export function concentrations({ names }: MeasureLayout, net: Float64Array): Float64Array {
  return Float64Array.from(names, ({ crif, exposures, thresholdUsd }) =>
    Math.max(1, Math.sqrt(Math.abs(weightedSum(crif, exposures, net)) / thresholdUsd)),
  );
}

/** Weighted sensitivities of a bucket: risk weight x net sensitivity x concentration of its name. */
export function weightedBucket(layout: BucketLayout, net: Float64Array, byName: Float64Array): WeightedBucket {
  const weighted = Float64Array.from(layout.factors, ({ crif, weights, name, isExempt }) => {
    const amount = weightedSum(crif, weights, net);
    return isExempt ? amount : amount * byName[name]!;
  });
  return { layout, weighted, concentration: Float64Array.from(layout.factors, ({ name }) => byName[name]!) };
}

function weightedSum(places: readonly number[], weights: readonly number[], net: Float64Array): number {
  let total = 0;
  for (let i = 0; i < places.length; i++) total += weights[i]! * net[places[i]!]!;
  return total;
}
