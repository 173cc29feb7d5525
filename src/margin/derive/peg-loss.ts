export interface PegValues {
  /** Price of the stable coin in dollars below which its peg counts as broken. */
  readonly pegLossThreshold: number;
  readonly pegLossFactor: number;
}

/** max(0, threshold - price of the stable coin) x factor. SOURCE: derivexyz/v2-core, PMRMLib_2.sol, getMarginAndMarkToMarket. */
export function pegLoss(stablePrice: number, values: PegValues): number {
  return Math.max(0, values.pegLossThreshold - stablePrice) * values.pegLossFactor;
}
