import type { ParameterSet } from '../parameter-set.js';

/** A figure of each horizon: ten days between counterparties, one day where margin is called daily. */
export interface ByHorizon<T> {
  readonly tenDay: T;
  readonly oneDay: T;
}

export type SimmHorizon = keyof ByHorizon<unknown>;

/** Threshold of a group of currencies; the group without currencies takes every other. */
export interface CurrencyThreshold {
  readonly currencies: readonly string[];
  readonly usdMillions: number;
}

export interface RatesValues {
  /** Currencies of regular and of low volatility; every other is of high volatility. */
  readonly regularCurrencies: readonly string[];
  readonly lowCurrencies: readonly string[];
  /** By tenor, in the order of `tenors`. */
  readonly riskWeights: ByHorizon<Readonly<Record<'regular' | 'low' | 'high', readonly number[]>>>;
  readonly inflationWeight: ByHorizon<number>;
  readonly crossCurrencyWeight: ByHorizon<number>;
  readonly vegaWeight: ByHorizon<number>;
  readonly historicalVolatilityRatio: ByHorizon<number>;
  readonly tenorCorrelations: readonly (readonly number[])[];
  readonly subCurveCorrelation: number;
  readonly inflationCorrelation: number;
  readonly crossCurrencyCorrelation: number;
  /** Between the buckets, which are currencies. */
  readonly currencyCorrelation: number;
  readonly deltaThresholds: readonly CurrencyThreshold[];
  readonly vegaThresholds: readonly CurrencyThreshold[];
}

export interface CreditValues {
  /** The last may be `Residual`; lists by bucket are in this order. */
  readonly buckets: readonly string[];
  readonly riskWeights: ByHorizon<readonly number[]>;
  readonly vegaWeight: ByHorizon<number>;
  readonly correlations: {
    readonly same: number;
    readonly different: number;
    readonly residualSame: number;
    readonly residualDifferent: number;
  };
  /** Between buckets, the residual one left out. */
  readonly bucketCorrelations: readonly (readonly number[])[];
  /** USD millions. */
  readonly deltaThresholds: readonly number[];
  readonly vegaThreshold: number;
}

export interface QualifyingValues extends CreditValues {
  readonly baseCorrelationWeight: ByHorizon<number>;
  readonly baseCorrelation: number;
}

/** Equity and commodity: named risk factors in buckets. */
export interface NamedValues {
  readonly buckets: readonly string[];
  readonly riskWeights: ByHorizon<readonly number[]>;
  readonly vegaWeights: ByHorizon<readonly number[]>;
  readonly historicalVolatilityRatio: ByHorizon<number>;
  /** Between two names of a bucket. */
  readonly correlations: readonly number[];
  readonly bucketCorrelations: readonly (readonly number[])[];
  readonly deltaThresholds: readonly number[];
  readonly vegaThresholds: readonly number[];
}

/** Two by two, regular volatility first: by the groups of two currencies. */
type ByGroups = readonly (readonly number[])[];

export interface FxValues {
  readonly highVolatilityCurrencies: readonly string[];
  /** By the group of the calculation currency and that of the other. */
  readonly riskWeights: ByHorizon<ByGroups>;
  readonly vegaWeight: ByHorizon<number>;
  readonly historicalVolatilityRatio: ByHorizon<number>;
  /** Between two currencies, by the volatility of the calculation currency. */
  readonly correlations: { readonly regular: ByGroups; readonly high: ByGroups };
  /** Between the volatilities of two pairs. */
  readonly vegaCorrelation: number;
  readonly deltaThresholds: readonly CurrencyThreshold[];
  /** Three by three, USD millions: by the groups of the pair's currencies, in the order of `deltaThresholds`. */
  readonly vegaThresholds: ByGroups;
}

/** The calibration of one version of ISDA SIMM. Thresholds are in USD millions, risk weights as ISDA prints them. */
export interface SimmValues {
  readonly tenors: readonly string[];
  readonly riskClasses: readonly string[];
  /** Between the margins of risk classes, in the order of `riskClasses`. */
  readonly riskClassCorrelations: readonly (readonly number[])[];
  readonly interestRate: RatesValues;
  readonly creditQualifying: QualifyingValues;
  readonly creditNonQualifying: CreditValues;
  readonly equity: NamedValues;
  readonly commodity: NamedValues;
  readonly fx: FxValues;
}

/** A version of SIMM as a dated parameter set. */
export interface SimmParameterSet extends ParameterSet<SimmValues> {
  readonly version: string;
  /** Other numbers under which the same calibration was announced. */
  readonly alsoKnownAs: readonly string[];
}
