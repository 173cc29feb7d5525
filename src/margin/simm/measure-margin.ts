import { acrossBuckets } from './across-buckets.js';
import { bucketMargin } from './bucket-margin.js';
import type { MeasureLayout } from './measure-layout.js';
import type { SimmNode } from './simm-node.js';
import { concentrations, type WeightedBucket, weightedBucket } from './weighted-measure.js';

/**
 * Delta, vega or base correlation margin of a risk class: buckets aggregated, the residual one added.
 *
 * SOURCE: ISDA SIMM methodology, sections on delta and vega margin.
 */
export function measureMargin(name: string, layout: MeasureLayout, net: Float64Array): SimmNode {
  const byName = concentrations(layout, net);
  const weighted = layout.buckets.map((bucket) => weightedBucket(bucket, net, byName));
  const margins = weighted.map(bucketMargin);
  const common = acrossBuckets(margins, bucketCorrelation(layout, weighted));
  const residual = layout.residual === null ? null : bucketMargin(weightedBucket(layout.residual, net, byName));
  const children = residual === null ? margins : [...margins, residual];
  return {
    level: 'measure',
    name,
    amount: common + (residual?.margin ?? 0),
    children: children.map((bucket) => ({ level: 'bucket', name: bucket.name, amount: bucket.margin, children: [] })),
  };
}

/**
 * gamma_bc between buckets by place; where buckets are names times g_bc = min(CR_b, CR_c) / max(CR_b, CR_c), all factors of
 * such a bucket having its concentration.
 */
export function bucketCorrelation(
  layout: MeasureLayout,
  buckets: readonly WeightedBucket[],
): (b: number, c: number) => number {
  if (!layout.bucketsAreNames) return layout.between;
  const damping = buckets.map(({ concentration }) => concentration[0] ?? 1);
  return (b, c) => (layout.between(b, c) * Math.min(damping[b]!, damping[c]!)) / Math.max(damping[b]!, damping[c]!);
}
