import { curvatureScale } from './curvature-scale.js';
import { hasKind } from './has-kind.js';
import { LayoutBuilder } from './layout-builder.js';
import { EMPTY_MEASURE, type MeasureLayout } from './measure-layout.js';
import { optionVolatility } from './option-volatility.js';
import type { PlacedFactor, RiskClassLayout } from './risk-class-layout.js';
import type { SimmTerms } from './simm-terms.js';
import type { FxValues } from './simm-values.js';
import { currencyGroup, thresholdUsd } from './threshold.js';

/** All currencies are in one bucket. */
const BUCKET = 'FX';

/**
 * FX. Delta: one factor per currency but the calculation currency; weights and correlations go by which of the currencies
 * are of high volatility. Vega: one factor per pair, in whatever order the CRIF names its two currencies.
 *
 * SOURCE: ISDA SIMM methodology, FX risk.
 */
export function fxLayout(placed: readonly PlacedFactor[], terms: SimmTerms): RiskClassLayout {
  return {
    delta: deltaLayout(placed, terms),
    vega: pairLayout(placed, terms, false),
    curvature: pairLayout(placed, terms, true),
    baseCorr: null,
    curvatureFactor: 1,
  };
}

/** 0 for a currency of regular, 1 for one of high volatility. */
function volatilityGroup({ highVolatilityCurrencies }: FxValues, currency: string): 0 | 1 {
  return highVolatilityCurrencies.includes(currency) ? 1 : 0;
}

function deltaLayout(
  placed: readonly PlacedFactor[],
  { values, horizon, calculationCurrency }: SimmTerms,
): MeasureLayout {
  if (!hasKind(placed, 'delta')) return EMPTY_MEASURE;
  const { fx } = values;
  const own = volatilityGroup(fx, calculationCurrency);
  const builder = new LayoutBuilder();
  for (const { crif, factor, kind } of placed) {
    const currency = factor.qualifier;
    if (kind !== 'delta' || currency === calculationCurrency) continue;
    builder.add({
      ...{ crif, factor, bucket: BUCKET, nettedAs: currency, name: currency, exposure: 1 },
      weight: fx.riskWeights[horizon][own]![volatilityGroup(fx, currency)]!,
      thresholdUsd: thresholdUsd(fx.deltaThresholds[currencyGroup(fx.deltaThresholds, currency)]!.usdMillions, horizon),
    });
  }
  const correlations = own === 1 ? fx.correlations.high : fx.correlations.regular;
  return builder.build({
    correlation: (_, samples) => {
      const groups = samples.map(({ qualifier }) => volatilityGroup(fx, qualifier));
      return { kind: 'pairs', at: (k, l) => correlations[groups[k]!]![groups[l]!]! };
    },
    between: () => 0,
  });
}

function pairLayout(
  placed: readonly PlacedFactor[],
  { values, horizon }: SimmTerms,
  isCurvature: boolean,
): MeasureLayout {
  if (!hasKind(placed, 'vega')) return EMPTY_MEASURE;
  const { fx } = values;
  const builder = new LayoutBuilder();
  for (const { crif, factor, kind } of placed) {
    if (kind !== 'vega') continue;
    const pair = [factor.qualifier.slice(0, 3), factor.qualifier.slice(3)].sort();
    const [a, b] = pair.map((currency) => volatilityGroup(fx, currency)) as [0 | 1, 0 | 1];
    const [first, second] = pair.map((currency) => currencyGroup(fx.deltaThresholds, currency)) as [number, number];
    const volatility = optionVolatility(fx.riskWeights[horizon][a]![b]!, horizon);
    const exposure = fx.historicalVolatilityRatio[horizon] * volatility;
    const vegaWeight = fx.vegaWeight[horizon] * exposure;
    builder.add({
      ...{ crif, factor, bucket: BUCKET, nettedAs: pair.join(''), name: pair.join('') },
      weight: isCurvature ? curvatureScale(factor.label1, horizon) * volatility : vegaWeight,
      exposure: isCurvature ? 0 : exposure,
      thresholdUsd: thresholdUsd(fx.vegaThresholds[first]![second]!, horizon),
    });
  }
  const different = isCurvature ? fx.vegaCorrelation ** 2 : fx.vegaCorrelation;
  return builder.build({
    correlation: () => ({ kind: 'groups', same: different, different, groupOf: null }),
    between: () => 0,
  });
}
