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
  const damping = layout.bucketsAreNames ? weighted.map(concentrationOf) : null;
  const common = acrossBuckets(margins, (b, c) => {
    const correlation = layout.between(b, c);
    if (damping === null) return correlation;
    return (correlation * Math.min(damping[b]!, damping[c]!)) / Math.max(damping[b]!, damping[c]!);
  });
  const residual = layout.residual === null ? null : bucketMargin(weightedBucket(layout.residual, net, byName));
  const children = residual === null ? margins : [...margins, residual];
  return {
    level: 'measure',
    name,
    amount: common + (residual?.margin ?? 0),
    children: children.map((bucket) => ({ level: 'bucket', name: bucket.name, amount: bucket.margin, children: [] })),
  };
}

/** All factors of a bucket that is a name have its concentration. */
const concentrationOf = ({ concentration }: WeightedBucket): number => concentration[0] ?? 1;
