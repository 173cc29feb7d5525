import { betweenBuckets, bucketPlace } from './bucket-terms.js';
import { curvatureScale } from './curvature-scale.js';
import { LayoutBuilder } from './layout-builder.js';
import type { MeasureLayout } from './measure-layout.js';
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

function measureLayout(
  measure: 'delta' | 'vega' | 'curvature',
  placed: readonly PlacedFactor[],
  values: NamedValues,
  horizon: SimmHorizon,
  flatBucket: string | null,
): MeasureLayout {
  const isCurvature = measure === 'curvature';
  const builder = new LayoutBuilder();
  for (const { crif, factor, kind } of placed) {
    const { bucket, qualifier, label1 } = factor;
    const isOfMeasure = kind === (isCurvature ? 'vega' : measure) && !(isCurvature && bucket === flatBucket);
    if (!isOfMeasure) continue;
    const place = bucketPlace(values.buckets, bucket);
    const weight = values.riskWeights[horizon][place]!;
    const volatility = optionVolatility(weight, horizon);
    const vega = values.historicalVolatilityRatio[horizon] * volatility;
    const terms = {
      delta: { weight, exposure: 1, threshold: values.deltaThresholds[place]! },
      vega: {
        weight: values.vegaWeights[horizon][place]! * vega,
        exposure: vega,
        threshold: values.vegaThresholds[place]!,
      },
      curvature: {
        weight: isCurvature ? curvatureScale(label1, horizon) * volatility : 0,
        ...{ exposure: 0, threshold: values.vegaThresholds[place]! },
      },
    }[measure];
    builder.add({
      ...{ crif, factor, bucket, nettedAs: qualifier, name: qualifier },
      ...{ weight: terms.weight, exposure: terms.exposure, thresholdUsd: thresholdUsd(terms.threshold, horizon) },
    });
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
