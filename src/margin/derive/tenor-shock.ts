const SECONDS_PER_DAY = 86_400;
/** The tenor at which the ranges hold, and up to which the short-term power applies. */
const REFERENCE_SECONDS = 30 * SECONDS_PER_DAY;

export interface TenorShockValues {
  /** Relative rise of volatility at thirty days. */
  readonly volRangeUp: number;
  /** Relative fall of volatility at thirty days. */
  readonly volRangeDown: number;
  readonly shortTermPower: number;
  readonly longTermPower: number;
  /** Expiries nearer than this count as this many days. */
  readonly dteFloorDays: number;
}

/** Factors on the volatilities of an expiry. */
export interface TenorShock {
  readonly up: number;
  /** Not negative. */
  readonly down: number;
}

/**
 * How far volatility moves for an expiry: 1 + range x (30 days / tenor)^power up, max(0, 1 - range x the same) down.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib.sol and PMRMLib_2.sol, _addVolShocks.
 */
export function tenorShock(secondsToExpiry: number, values: TenorShockValues): TenorShock {
  const tenor = Math.max(secondsToExpiry, values.dteFloorDays * SECONDS_PER_DAY);
  const power = secondsToExpiry <= REFERENCE_SECONDS ? values.shortTermPower : values.longTermPower;
  const multiplier = (REFERENCE_SECONDS / tenor) ** power;
  return {
    up: 1 + values.volRangeUp * multiplier,
    down: Math.max(0, 1 - values.volRangeDown * multiplier),
  };
}
