import type { CrifFactor, CrifRiskType, SimmProductClass } from '../../../src/domain/index.js';
import { type SimmBook, type SimmTerms, type SimmValues, simmVersion } from '../../../src/margin/simm/index.js';

/** `product class, risk type, qualifier, bucket, label1, label2` and an amount in USD. */
export type Line = readonly [string, number];

/** A book of lines such as `['Equity,Risk_Equity,A,1', 1e6]`. Lines of the same text stay two factors. */
export function bookOf(...lines: readonly Line[]): SimmBook {
  return {
    factors: lines.map(([text]) => factorOf(text)),
    net: Float64Array.from(lines, ([, amount]) => amount),
    addOns: [],
  };
}

export function factorOf(text: string): CrifFactor {
  const [productClass, riskType, qualifier = '', bucket = '', label1 = '', label2 = ''] = text.split(',');
  return {
    productClass: productClass as SimmProductClass,
    riskType: riskType as CrifRiskType,
    ...{ qualifier, bucket, label1, label2 },
  };
}

export function termsOf(version: string, horizon: SimmTerms['horizon'] = 'tenDay', currency = 'USD'): SimmTerms {
  return { values: valuesOf(version), horizon, calculationCurrency: currency };
}

export function valuesOf(version: string): SimmValues {
  const set = simmVersion(version);
  if (set === undefined) throw new RangeError(`no version ${version}`);
  return set.values;
}

/** Lines of every risk class and measure, two buckets each where there are, with amounts of either sign. */
export const MIXED: readonly string[] = [
  'RatesFX,Risk_IRCurve,USD,,2w,OIS',
  'RatesFX,Risk_IRCurve,USD,,10y,Libor3m',
  'RatesFX,Risk_IRCurve,JPY,,5y,OIS',
  'RatesFX,Risk_Inflation,USD',
  'RatesFX,Risk_XCcyBasis,JPY',
  'RatesFX,Risk_IRVol,USD,,1y',
  'RatesFX,Risk_IRVol,BRL,,5y',
  'RatesFX,Risk_InflationVol,USD,,5y',
  'RatesFX,Risk_FX,EUR',
  'RatesFX,Risk_FX,BRL',
  'RatesFX,Risk_FXVol,EURUSD,,1y',
  'RatesFX,Risk_FXVol,BRLUSD,,1m',
  'Credit,Risk_CreditQ,A,1,5y,USD',
  'Credit,Risk_CreditQ,A,1,1y,USD',
  'Credit,Risk_CreditQ,B,2,5y,USD',
  'Credit,Risk_CreditQ,C,Residual,5y,USD',
  'Credit,Risk_CreditVol,A,1,1y,USD',
  'Credit,Risk_BaseCorr,CDX IG',
  'Credit,Risk_BaseCorr,iTraxx',
  'Credit,Risk_CreditNonQ,X,1,5y,CMBX',
  'Credit,Risk_CreditNonQ,Y,2,5y,ABX',
  'Equity,Risk_Equity,A,1',
  'Equity,Risk_Equity,B,1',
  'Equity,Risk_Equity,C,5',
  'Equity,Risk_Equity,D,Residual',
  'Equity,Risk_EquityVol,A,1,1m',
  'Equity,Risk_EquityVol,VIX,12,1y',
  'Equity,Risk_EquityVol,D,Residual,6m',
  'Commodity,Risk_Commodity,Gold,12',
  'Commodity,Risk_Commodity,Gas,6',
  'Commodity,Risk_CommodityVol,Gold,12,3m',
];
