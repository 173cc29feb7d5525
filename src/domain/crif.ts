/** Product classes of ISDA SIMM, in the order of its documents. Each is margined apart from the others. */
export const SIMM_PRODUCT_CLASSES = ['RatesFX', 'Credit', 'Equity', 'Commodity'] as const;

export type SimmProductClass = (typeof SIMM_PRODUCT_CLASSES)[number];

/** Asset classes of the regulators' schedule, the fallback of SIMM. */
export const SCHEDULE_PRODUCT_CLASSES = ['Rates', 'FX', 'Credit', 'Equity', 'Commodity', 'Other'] as const;

export type ScheduleProductClass = (typeof SCHEDULE_PRODUCT_CLASSES)[number];

/** Risk types of CRIF rows that hold a sensitivity. */
export const CRIF_RISK_TYPES = [
  'Risk_IRCurve',
  'Risk_Inflation',
  'Risk_XCcyBasis',
  'Risk_IRVol',
  'Risk_InflationVol',
  'Risk_CreditQ',
  'Risk_CreditVol',
  'Risk_BaseCorr',
  'Risk_CreditNonQ',
  'Risk_CreditVolNonQ',
  'Risk_Equity',
  'Risk_EquityVol',
  'Risk_Commodity',
  'Risk_CommodityVol',
  'Risk_FX',
  'Risk_FXVol',
] as const;

export type CrifRiskType = (typeof CRIF_RISK_TYPES)[number];

/** What a sensitivity is one to; two rows with the same six texts net. Blank fields are `''`. */
export interface CrifFactor {
  readonly productClass: SimmProductClass;
  readonly riskType: CrifRiskType;
  /** A currency, a pair of currencies, an issuer, a name or an index. */
  readonly qualifier: string;
  /** `1`, `2`, ... or `Residual`; blank where the risk class has none. */
  readonly bucket: string;
  /** A tenor, in small letters. */
  readonly label1: string;
  /** A sub-curve, a currency of payment, or a group of names. */
  readonly label2: string;
}

/** Whose row it is: the trade, the netting set, and the regimes under which margin for it is collected and posted. */
export interface CrifSource {
  readonly trade: string;
  readonly portfolio: string;
  /** Empty: not stated, so every regime. */
  readonly collect: readonly string[];
  readonly post: readonly string[];
}

/** A row of add-on: a product's multiplier, a fixed amount (USD), a notional (USD) or the per cent of it that is charged. */
export interface CrifAddOn {
  readonly kind: 'multiplier' | 'fixed' | 'notional' | 'factor';
  /** The product class of a multiplier, the product's name of a notional and a factor; `''` for a fixed amount. */
  readonly name: string;
  readonly amount: number;
  readonly source: number;
}

/** A present value or a notional for the schedule, in USD. */
export interface CrifScheduleRow {
  readonly kind: 'value' | 'notional';
  readonly productClass: ScheduleProductClass;
  readonly amountUsd: number;
  /** The end of the trade, epoch milliseconds. */
  readonly endMs: number;
  readonly source: number;
}

/**
 * A CRIF file. Sensitivities are held by column, as a file has a million of them: row k is `amountsUsd[k]` of factor
 * `factors[factorOf[k]]`, belonging to `sources[sourceOf[k]]`. Two factors are equal where a file writes the same in two ways.
 */
export interface Crif {
  readonly factors: readonly CrifFactor[];
  readonly sources: readonly CrifSource[];
  readonly factorOf: Int32Array;
  readonly sourceOf: Int32Array;
  readonly amountsUsd: Float64Array;
  readonly addOns: readonly CrifAddOn[];
  readonly schedule: readonly CrifScheduleRow[];
}
