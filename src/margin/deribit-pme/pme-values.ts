/** The figures of one currency pair, as `public/pme/get_params` publishes them. Rates and ranges are decimals. */
export interface PmeValues {
  /** The largest standard price move, R. */
  readonly priceRange: number;
  /** Buckets on each side of the unchanged price. */
  readonly bucketsPerSide: number;
  readonly volRangeUp: number;
  readonly volRangeDown: number;
  readonly minVolForShockUp: number;
  readonly shortTermVegaPower: number;
  readonly longTermVegaPower: number;
  /** Shorter tenors count as this many days: not published, so a day, as in Paradex's copy of the rule. */
  readonly minDaysToExpiry: number;
  readonly extendedMoves: readonly number[];
  readonly extendedTableFactor: number;
  readonly extendedDampenerUsd: number;
  /** Largest delta shock, as a part of the delta. */
  readonly maxDeltaShock: number;
  /** USD of delta up to which there is no delta shock. */
  readonly deltaTotalLiqShockThreshold: number;
  /** Delta shock per coin of delta beyond the threshold. */
  readonly mInc: number;
  readonly minAnnualisedMove: number;
  readonly annualisedMoveRisk: number;
  /** Part of a currency pair's profit that is credited, 0 to 1. */
  readonly pnlOffset: number;
  /** USD, the most that is credited. */
  readonly maxOffsetablePnl: number;
  readonly mmFactor: number;
}
