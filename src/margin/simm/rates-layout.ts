import type { CrifFactor } from '../../domain/index.js';
import { curvatureScale } from './curvature-scale.js';
import { hasKind } from './has-kind.js';
import { LayoutBuilder } from './layout-builder.js';
import { type BucketCorrelation, EMPTY_MEASURE, type MeasureLayout } from './measure-layout.js';
import type { PlacedFactor, RiskClassLayout } from './risk-class-layout.js';
import type { SimmTerms } from './simm-terms.js';
import type { SimmValues } from './simm-values.js';
import { currencyGroup, thresholdUsd } from './threshold.js';

/**
 * Interest rates. A bucket is a currency; its factors are each tenor of each sub-curve, inflation, and cross-currency
 * basis, which concentration neither counts nor weighs. Vegas come from the CRIF already times their volatility.
 *
 * SOURCE: ISDA SIMM methodology, interest rate risk.
 */
export function ratesLayout(placed: readonly PlacedFactor[], terms: SimmTerms): RiskClassLayout {
  const { currencyCorrelation, historicalVolatilityRatio } = terms.values.interestRate;
  const curvatureBetween = currencyCorrelation ** 2;
  return {
    delta: deltaLayout(placed, terms),
    vega: vegaLayout(placed, terms, 'vega', currencyCorrelation),
    curvature: vegaLayout(placed, terms, 'curvature', curvatureBetween),
    baseCorr: null,
    curvatureFactor: historicalVolatilityRatio[terms.horizon] ** -2,
  };
}

function deltaLayout(placed: readonly PlacedFactor[], { values, horizon }: SimmTerms): MeasureLayout {
  if (!hasKind(placed, 'delta')) return EMPTY_MEASURE;
  const rates = values.interestRate;
  const builder = new LayoutBuilder();
  for (const { crif, factor, kind } of placed) {
    if (kind !== 'delta') continue;
    const { qualifier: currency, riskType } = factor;
    const isBasis = riskType === 'Risk_XCcyBasis';
    const group = currencyGroup(rates.deltaThresholds, currency);
    builder.add({
      crif,
      factor,
      bucket: currency,
      nettedAs: riskType === 'Risk_IRCurve' ? `${factor.label1} ${factor.label2}` : riskType,
      weight: deltaWeight(factor, values, horizon),
      name: currency,
      exposure: isBasis ? 0 : 1,
      thresholdUsd: thresholdUsd(rates.deltaThresholds[group]!.usdMillions, horizon),
      isExempt: isBasis,
    });
  }
  return builder.build({
    correlation: (_, samples) => ratesCorrelation(samples, values, false),
    between: () => rates.currencyCorrelation,
    bucketsAreNames: true,
  });
}

function vegaLayout(
  placed: readonly PlacedFactor[],
  { values, horizon }: SimmTerms,
  measure: 'vega' | 'curvature',
  between: number,
): MeasureLayout {
  if (!hasKind(placed, 'vega')) return EMPTY_MEASURE;
  const rates = values.interestRate;
  const isVega = measure === 'vega';
  const builder = new LayoutBuilder();
  for (const { crif, factor, kind } of placed) {
    if (kind !== 'vega') continue;
    const currency = factor.qualifier;
    const group = currencyGroup(rates.vegaThresholds, currency);
    builder.add({
      crif,
      factor,
      bucket: currency,
      nettedAs: factor.riskType === 'Risk_IRVol' ? factor.label1 : factor.riskType,
      weight: isVega ? rates.vegaWeight[horizon] : curvatureScale(factor.label1, horizon),
      name: currency,
      exposure: isVega ? 1 : 0,
      thresholdUsd: thresholdUsd(rates.vegaThresholds[group]!.usdMillions, horizon),
    });
  }
  return builder.build({
    correlation: (_, samples) => ratesCorrelation(samples, values, !isVega),
    between: () => between,
    bucketsAreNames: isVega,
  });
}

function deltaWeight(factor: CrifFactor, values: SimmValues, horizon: SimmTerms['horizon']): number {
  const rates = values.interestRate;
  if (factor.riskType === 'Risk_Inflation') return rates.inflationWeight[horizon];
  if (factor.riskType === 'Risk_XCcyBasis') return rates.crossCurrencyWeight[horizon];
  const { qualifier: currency } = factor;
  const isLow = rates.lowCurrencies.includes(currency);
  const volatility = rates.regularCurrencies.includes(currency) ? 'regular' : isLow ? 'low' : 'high';
  const weight = rates.riskWeights[horizon][volatility][values.tenors.indexOf(factor.label1)];
  if (weight === undefined) throw new RangeError(`interest rates have no tenor '${factor.label1}'`);
  return weight;
}

function ratesCorrelation(samples: readonly CrifFactor[], values: SimmValues, isSquared: boolean): BucketCorrelation {
  const rates = values.interestRate;
  const tenors = samples.map(({ label1 }) => values.tenors.indexOf(label1));
  const at = (k: number, l: number): number => {
    const [a, b] = [samples[k]!, samples[l]!];
    if (a.riskType === 'Risk_XCcyBasis' || b.riskType === 'Risk_XCcyBasis') return rates.crossCurrencyCorrelation;
    if (isInflation(a) || isInflation(b)) return rates.inflationCorrelation;
    const ofTenors = rates.tenorCorrelations[tenors[k]!]?.[tenors[l]!];
    if (ofTenors === undefined) throw new RangeError(`no correlation of '${a.label1}' and '${b.label1}'`);
    return a.label2 === b.label2 ? ofTenors : ofTenors * rates.subCurveCorrelation;
  };
  return { kind: 'pairs', at: isSquared ? (k, l) => at(k, l) ** 2 : at };
}

const isInflation = ({ riskType }: CrifFactor): boolean =>
  riskType === 'Risk_Inflation' || riskType === 'Risk_InflationVol';
