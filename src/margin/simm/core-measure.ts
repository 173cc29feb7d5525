import {
  type Affine,
  constant,
  evaluateNorm,
  type Formula,
  max,
  normArguments,
  scale,
  sparseAffine,
  sum,
} from '../../formula/index.js';
import { acrossBuckets } from './across-buckets.js';
import { bucketMargin } from './bucket-margin.js';
import { calibrated, coreNorm, type EntriesOfFactor } from './core-norm.js';
import { curvatureLambda } from './curvature-margin.js';
import type { BucketLayout, MeasureLayout } from './measure-layout.js';
import { bucketCorrelation } from './measure-margin.js';
import { concentrations, weightedBucket } from './weighted-measure.js';

/** The present book: its quantities, its net sensitivities, and where the columns' sensitivities are found. */
export interface CorePoint {
  readonly quantities: Float64Array;
  readonly net: Float64Array;
  readonly entries: EntriesOfFactor;
}

/** The convex core of a delta, vega or base correlation margin; at the present book it is the margin. */
export function coreMeasure(name: string, layout: MeasureLayout, point: CorePoint): Formula {
  return sum(
    name,
    parts(name, layout).map(([title, buckets]) => corePart(title, layout, buckets, point)),
  );
}

/** The buckets that are aggregated, and the residual one beside them; those that there are. */
function parts(name: string, { buckets, residual }: MeasureLayout): readonly [string, readonly BucketLayout[]][] {
  const common: [string, readonly BucketLayout[]][] = buckets.length === 0 ? [] : [[`${name} across buckets`, buckets]];
  return residual === null ? common : [...common, [`${name} residual`, [residual]]];
}

function corePart(name: string, layout: MeasureLayout, buckets: readonly BucketLayout[], point: CorePoint): Formula {
  const byName = concentrations(layout, point.net);
  const weighted = buckets.map((bucket) => weightedBucket(bucket, point.net, byName));
  const between = bucketCorrelation(layout, weighted);
  const core = coreNorm(name, weighted, between, point.entries);
  const value = evaluateNorm(normArguments(core, point.quantities), core.matrix);
  return calibrated(core, value, acrossBuckets(weighted.map(bucketMargin), between));
}

/** The convex core of a curvature margin, its lambda as at the present book, where it is the margin. */
export function coreCurvature(name: string, layout: MeasureLayout, factor: number, point: CorePoint): Formula {
  return scale(
    name,
    factor,
    sum(
      name,
      parts(name, layout).map(([title, buckets]) => curvaturePart(title, layout, buckets, point)),
    ),
  );
}

function curvaturePart(
  name: string,
  layout: MeasureLayout,
  buckets: readonly BucketLayout[],
  point: CorePoint,
): Formula {
  const byName = concentrations(layout, point.net);
  const weighted = buckets.map((bucket) => weightedBucket(bucket, point.net, byName));
  const core = coreNorm(`${name} norm`, weighted, layout.between, point.entries);
  const value = evaluateNorm(normArguments(core, point.quantities), core.matrix);
  const spread = calibrated(core, value, acrossBuckets(weighted.map(bucketMargin), layout.between));
  const all = sum(name, [
    added(`${name} sum`, core.children),
    scale(`${name} spread`, curvatureLambda(weighted), spread),
  ]);
  return max(name, [all, constant('nothing', 0)]);
}

function added(name: string, forms: readonly Affine[]): Affine {
  const totals = new Map<number, number>();
  for (const { columns, coefficients } of forms) {
    for (const [k, column] of (columns ?? []).entries()) {
      totals.set(column, (totals.get(column) ?? 0) + coefficients[k]!);
    }
  }
  return sparseAffine(name, [...totals.keys()], [...totals.values()]);
}
