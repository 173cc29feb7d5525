import type { CrifRiskType } from '../../domain/index.js';

/** Risk classes in the order in which breakdowns list them. */
export const RISK_CLASSES = [
  'InterestRate',
  'CreditQualifying',
  'CreditNonQualifying',
  'Equity',
  'Commodity',
  'FX',
] as const;

export type RiskClass = (typeof RISK_CLASSES)[number];

/** What a sensitivity is to: a level, a volatility, or the correlation of a credit index. */
export type SensitivityKind = 'delta' | 'vega' | 'baseCorr';

/** Risk class and kind of each risk type; vegas make curvature as well. SOURCE: ISDA SIMM methodology. */
export const RISK_TYPE_CLASS: Readonly<Record<CrifRiskType, readonly [RiskClass, SensitivityKind]>> = {
  Risk_IRCurve: ['InterestRate', 'delta'],
  Risk_Inflation: ['InterestRate', 'delta'],
  Risk_XCcyBasis: ['InterestRate', 'delta'],
  Risk_IRVol: ['InterestRate', 'vega'],
  Risk_InflationVol: ['InterestRate', 'vega'],
  Risk_CreditQ: ['CreditQualifying', 'delta'],
  Risk_CreditVol: ['CreditQualifying', 'vega'],
  Risk_BaseCorr: ['CreditQualifying', 'baseCorr'],
  Risk_CreditNonQ: ['CreditNonQualifying', 'delta'],
  Risk_CreditVolNonQ: ['CreditNonQualifying', 'vega'],
  Risk_Equity: ['Equity', 'delta'],
  Risk_EquityVol: ['Equity', 'vega'],
  Risk_Commodity: ['Commodity', 'delta'],
  Risk_CommodityVol: ['Commodity', 'vega'],
  Risk_FX: ['FX', 'delta'],
  Risk_FXVol: ['FX', 'vega'],
};
