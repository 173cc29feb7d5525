import type { CrifFactor } from '../../domain/index.js';
import { betweenBuckets, bucketPlace } from './bucket-terms.js';
import { curvatureScale } from './curvature-scale.js';
import { hasKind } from './has-kind.js';
import { LayoutBuilder, type LayoutEntry } from './layout-builder.js';
import { type BucketCorrelation, EMPTY_MEASURE, type MeasureLayout } from './measure-layout.js';
import { Numbering } from './numbering.js';
import { RESIDUAL } from './residual.js';
import type { PlacedFactor, RiskClassLayout } from './risk-class-layout.js';
import type { CreditValues, QualifyingValues, SimmHorizon } from './simm-values.js';
import { thresholdUsd } from './threshold.js';

/** Which names move together: the issuer of qualifying credit, the group (CMBX, ABX) of securitisations. */
type GroupOf = (factor: CrifFactor) => string;

/**
 * Credit, qualifying or not. A factor is an issuer, a tenor and a currency (or group); concentration is by issuer. Vegas
 * come from the CRIF already times their volatility.
 *
 * SOURCE: ISDA SIMM methodology, credit risk.
 */
export function creditLayout(
  placed: readonly PlacedFactor[],
  values: CreditValues | QualifyingValues,
  groupOf: GroupOf,
  horizon: SimmHorizon,
): RiskClassLayout {
  const measure = (kind: 'delta' | 'vega', terms: (factor: CrifFactor) => Weighing, isSquared = false) =>
    measureLayout({ placed, values, groupOf, kind, terms, isSquared });
  const weights = values.riskWeights[horizon];
  const vegaThreshold = thresholdUsd(values.vegaThreshold, horizon);
  const isQualifying = 'baseCorrelation' in values;
  return {
    delta: measure('delta', ({ bucket }) => {
      const place = bucketPlace(values.buckets, bucket);
      return {
        weight: weights[place]!,
        exposure: 1,
        thresholdUsd: thresholdUsd(values.deltaThresholds[place]!, horizon),
      };
    }),
    vega: measure('vega', () => ({ weight: values.vegaWeight[horizon], exposure: 1, thresholdUsd: vegaThreshold })),
    curvature: measure(
      'vega',
      ({ label1 }) => ({ weight: curvatureScale(label1, horizon), exposure: 0, thresholdUsd: vegaThreshold }),
      true,
    ),
    baseCorr: isQualifying ? baseCorrelationLayout(placed, values, horizon) : null,
    curvatureFactor: 1,
  };
}

type Weighing = Pick<LayoutEntry, 'weight' | 'exposure' | 'thresholdUsd'>;

/** More pairs of a tenor and a currency (or group) than this no file has. */
const MOST_POINTS = 2 ** 22;

interface Measure {
  readonly placed: readonly PlacedFactor[];
  readonly values: CreditValues;
  readonly groupOf: GroupOf;
  readonly kind: 'delta' | 'vega';
  readonly terms: (factor: CrifFactor) => Weighing;
  readonly isSquared: boolean;
}

function measureLayout({ placed, values, groupOf, kind, terms, isSquared }: Measure): MeasureLayout {
  if (!hasKind(placed, kind)) return EMPTY_MEASURE;
  const builder = new LayoutBuilder();
  const issuers = new Numbering();
  const points = new Numbering();
  for (const { crif, factor, kind: own } of placed) {
    if (own !== kind) continue;
    const { bucket, qualifier, label1, label2 } = factor;
    bucketPlace(values.buckets, bucket);
    const nettedAs = issuers.of(qualifier) * MOST_POINTS + points.of(`${label1} ${label2}`);
    const { weight, exposure, thresholdUsd: threshold } = terms(factor);
    builder.add({ crif, factor, bucket, nettedAs, name: qualifier, weight, exposure, thresholdUsd: threshold });
  }
  return builder.build({
    correlation: (bucket, samples) => groupCorrelation(bucket, samples.map(groupOf), values, isSquared),
    between: betweenBuckets(values.buckets, values.bucketCorrelations, isSquared),
  });
}

function groupCorrelation(
  bucket: string,
  groups: readonly string[],
  { correlations }: CreditValues,
  isSquared: boolean,
): BucketCorrelation {
  const numbers = new Numbering();
  const groupOf = Int32Array.from(groups, (group) => numbers.of(group));
  const isResidual = bucket === RESIDUAL;
  const same = isResidual ? correlations.residualSame : correlations.same;
  const different = isResidual ? correlations.residualDifferent : correlations.different;
  return isSquared
    ? { kind: 'groups', same: same ** 2, different: different ** 2, groupOf }
    : { kind: 'groups', same, different, groupOf };
}

/** Base correlation of credit indexes: one bucket, no concentration. */
function baseCorrelationLayout(
  placed: readonly PlacedFactor[],
  values: QualifyingValues,
  horizon: SimmHorizon,
): MeasureLayout {
  if (!hasKind(placed, 'baseCorr')) return EMPTY_MEASURE;
  const builder = new LayoutBuilder();
  const weight = values.baseCorrelationWeight[horizon];
  for (const { crif, factor, kind } of placed) {
    if (kind !== 'baseCorr') continue;
    const { qualifier } = factor;
    builder.add({
      ...{ crif, factor, weight, bucket: 'indexes', nettedAs: qualifier, name: qualifier },
      ...{ exposure: 0, thresholdUsd: Number.POSITIVE_INFINITY },
    });
  }
  const correlation: BucketCorrelation = {
    ...{ kind: 'groups', groupOf: null },
    ...{ same: values.baseCorrelation, different: values.baseCorrelation },
  };
  return builder.build({ correlation: () => correlation, between: () => 0 });
}
