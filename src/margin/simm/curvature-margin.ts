import { inverseNormalCdf } from '../../math/index.js';
import { acrossBuckets } from './across-buckets.js';
import { type BucketMargin, bucketMargin } from './bucket-margin.js';
import type { BucketLayout, MeasureLayout } from './measure-layout.js';
import type { SimmNode } from './simm-node.js';
import { concentrations, type WeightedBucket, weightedBucket } from './weighted-measure.js';

const TAIL = inverseNormalCdf(0.995) ** 2 - 1;

/** lambda = (N^-1(0.995)^2 - 1)(1 + theta) - theta, theta = min(0, sum CVR / sum |CVR|). */
export function curvatureLambda(buckets: readonly WeightedBucket[]): number {
  let sum = 0;
  let gross = 0;
  for (const { weighted } of buckets) {
    for (const amount of weighted) {
      sum += amount;
      gross += Math.abs(amount);
    }
  }
  const theta = gross === 0 ? 0 : Math.min(0, sum / gross);
  return TAIL * (1 + theta) - theta;
}

/**
 * Curvature margin of a risk class: max(0, sum CVR + lambda sqrt(...)), for the residual bucket apart, both times `factor`.
 * Correlations of the layout are squared already.
 *
 * SOURCE: ISDA SIMM methodology, curvature margin.
 */
export function curvatureMargin(name: string, layout: MeasureLayout, net: Float64Array, factor: number): SimmNode {
  const byName = concentrations(layout, net);
  const part = (layouts: readonly BucketLayout[]) =>
    curvaturePart(
      layouts.map((bucket) => weightedBucket(bucket, net, byName)),
      layout.between,
    );
  const common = part(layout.buckets);
  const residual = part(layout.residual === null ? [] : [layout.residual]);
  return {
    level: 'measure',
    name,
    amount: factor * (common.amount + residual.amount),
    children: [...common.margins, ...residual.margins].map((bucket) => ({
      level: 'bucket',
      name: bucket.name,
      amount: bucket.margin,
      children: [],
    })),
  };
}

interface CurvaturePart {
  readonly amount: number;
  readonly margins: readonly BucketMargin[];
}

function curvaturePart(buckets: readonly WeightedBucket[], between: MeasureLayout['between']): CurvaturePart {
  const margins = buckets.map(bucketMargin);
  const sum = margins.reduce((total, bucket) => total + bucket.sum, 0);
  return { amount: Math.max(0, sum + curvatureLambda(buckets) * acrossBuckets(margins, between)), margins };
}
