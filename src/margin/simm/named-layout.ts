import { betweenBuckets, bucketPlace } from './bucket-terms.js';
import { curvatureScale } from './curvature-scale.js';
import { hasKind } from './has-kind.js';
import { LayoutBuilder, type LayoutEntry } from './layout-builder.js';
import { EMPTY_MEASURE, type MeasureLayout } from './measure-layout.js';
import { optionVolatility } from './option-volatility.js';
import type { PlacedFactor, RiskClassLayout } from './risk-class-layout.js';
import type { NamedValues, SimmHorizon } from './simm-values.js';
import { thresholdUsd } from './threshold.js';

/**
 * Equity and commodity: one factor per name, expiries of a vega netted, volatilities implied from the delta risk weights.
 *
 * @param flatBucket the bucket without curvature, if any
 *
 * SOURCE: ISDA SIMM methodology, equity risk and commodity risk.
 */
export function namedLayout(
  placed: readonly PlacedFactor[],
  values: NamedValues,
  horizon: SimmHorizon,
  flatBucket: string | null,
): RiskClassLayout {
  const measure = (name: 'delta' | 'vega' | 'curvature') => measureLayout(name, placed, values, horizon, flatBucket);
  return {
    delta: measure('delta'),
    vega: measure('vega'),
    curvature: measure('curvature'),
    baseCorr: null,
    curvatureFactor: 1,
  };
}

type Measure = 'delta' | 'vega' | 'curvature';

function measureLayout(
  measure: Measure,
  placed: readonly PlacedFactor[],
  values: NamedValues,
  horizon: SimmHorizon,
  flatBucket: string | null,
): MeasureLayout {
  const isCurvature = measure === 'curvature';
  const kind = isCurvature ? 'vega' : measure;
  if (!hasKind(placed, kind)) return EMPTY_MEASURE;
  const weighings = values.buckets.map((_, place) => weighing(measure, values, horizon, place));
  const builder = new LayoutBuilder();
  for (const { crif, factor, kind: own } of placed) {
    const { bucket, qualifier: name } = factor;
    if (own !== kind || (isCurvature && bucket === flatBucket)) continue;
    const { weight: whole, exposure, thresholdUsd } = weighings[bucketPlace(values.buckets, bucket)]!;
    const weight = isCurvature ? whole * curvatureScale(factor.label1, horizon) : whole;
    builder.add({ crif, factor, bucket, nettedAs: name, name, weight, exposure, thresholdUsd });
  }
  return builder.build({
    correlation: (bucket) => {
      const own = values.correlations[bucketPlace(values.buckets, bucket)]!;
      const different = isCurvature ? own ** 2 : own;
      return { kind: 'groups', same: different, different, groupOf: null };
    },
    between: betweenBuckets(values.buckets, values.bucketCorrelations, isCurvature),
  });
}

/** What one unit of a bucket's sensitivities counts, the tenor of a curvature aside. */
function weighing(
  measure: Measure,
  values: NamedValues,
  horizon: SimmHorizon,
  place: number,
): Pick<LayoutEntry, 'weight' | 'exposure' | 'thresholdUsd'> {
  const delta = values.riskWeights[horizon][place]!;
  const vegaThreshold = thresholdUsd(values.vegaThresholds[place]!, horizon);
  if (measure === 'delta') {
    return { weight: delta, exposure: 1, thresholdUsd: thresholdUsd(values.deltaThresholds[place]!, horizon) };
  }
  const volatility = optionVolatility(delta, horizon);
  if (measure === 'curvature') return { weight: volatility, exposure: 0, thresholdUsd: vegaThreshold };
  const exposure = values.historicalVolatilityRatio[horizon] * volatility;
  return { weight: values.vegaWeights[horizon][place]! * exposure, exposure, thresholdUsd: vegaThreshold };
}
