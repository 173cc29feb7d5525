import { correlationAt } from './measure-layout.js';
import type { WeightedBucket } from './weighted-measure.js';

/** What a bucket comes to: K, and S, its part in what buckets have in common. */
export interface BucketMargin {
  readonly name: string;
  /** K = sqrt( sum WS_k^2 + sum over k != l of rho_kl f_kl WS_k WS_l ), f = min(CR_k, CR_l) / max(CR_k, CR_l). */
  readonly margin: number;
  /** S = max( -K, min( sum WS_k, K ) ). */
  readonly common: number;
  /** sum WS_k. */
  readonly sum: number;
}

/** SOURCE: ISDA SIMM methodology, aggregation within and across buckets. */
export function bucketMargin(bucket: WeightedBucket): BucketMargin {
  const { layout, weighted } = bucket;
  let squares = 0;
  let sum = 0;
  for (const amount of weighted) {
    squares += amount * amount;
    sum += amount;
  }
  const margin = Math.sqrt(Math.max(0, squares + 2 * correlatedPairs(bucket)));
  return { name: layout.name, margin, common: Math.max(-margin, Math.min(sum, margin)), sum };
}

/** Sum over pairs k < l of rho f WS WS. Where correlations are two figures this takes n log n steps, not n^2. */
function correlatedPairs({ layout, weighted, concentration }: WeightedBucket): number {
  const { correlation } = layout;
  if (correlation.kind === 'groups') {
    const { same, different, groupOf } = correlation;
    const order = byConcentration(concentration);
    const all = different * dampedPairs(order, weighted, concentration);
    return groupOf === null
      ? all
      : all + (same - different) * pairsWithinGroups(order, weighted, concentration, groupOf);
  }
  let total = 0;
  for (let k = 0; k < weighted.length; k++) {
    for (let l = 0; l < k; l++) {
      const [a, b] = [concentration[k]!, concentration[l]!];
      total += (correlationAt(correlation, k, l) * weighted[k]! * weighted[l]! * Math.min(a, b)) / Math.max(a, b);
    }
  }
  return total;
}

function byConcentration(concentration: Float64Array): Uint32Array {
  const order = Uint32Array.from(concentration, (_, k) => k);
  return concentration.every((factor) => factor === concentration[0])
    ? order
    : order.sort((a, b) => concentration[a]! - concentration[b]!);
}

/** With concentrations rising, f_kl = CR_k / CR_l for k before l: one running sum of CR x WS does for all pairs. */
function dampedPairs(order: Uint32Array, weighted: Float64Array, concentration: Float64Array): number {
  let before = 0;
  let total = 0;
  for (const k of order) {
    total += (before / concentration[k]!) * weighted[k]!;
    before += weighted[k]! * concentration[k]!;
  }
  return total;
}

function pairsWithinGroups(
  order: Uint32Array,
  weighted: Float64Array,
  concentration: Float64Array,
  groupOf: Int32Array,
): number {
  const before = new Float64Array(groupOf.reduce((most, group) => Math.max(most, group), -1) + 1);
  let total = 0;
  for (const k of order) {
    const group = groupOf[k]!;
    total += (before[group]! / concentration[k]!) * weighted[k]!;
    before[group]! += weighted[k]! * concentration[k]!;
  }
  return total;
}
