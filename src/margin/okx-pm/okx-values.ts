import type { ParameterSet } from '../parameter-set.js';
import january2025 from '../parameters/okx-pm-2025-01-15.json' with { type: 'json' };

/** Figures of a class of coins. Rates and moves are decimals. */
export interface OkxCoinClass {
  readonly name: string;
  /** The class without coins takes every coin that no other names. */
  readonly coins: readonly string[];
  /** MR1, one side; the other side and the unchanged price are implied. */
  readonly priceMoves: readonly number[];
  /** MR6, one side. */
  readonly extremeMove: number;
  /** MR4: least rate on the USD delta of an expiry, and its growth per year. */
  readonly basisMin: number;
  readonly basisPerYear: number;
  /** MR7: rate on the USD delta of derivatives. */
  readonly minimumChargeRate: number;
}

/** MR1: how far volatility moves from this many days to expiry on, in points and as a part of itself; the worse counts. */
export interface OkxVolatilityRow {
  readonly fromDays: number;
  readonly points: number;
  readonly percent: number;
}

/** MR7: from this raw charge on, the part above it counts `multiplier` times. */
export interface ChargeTier {
  readonly fromUsd: number;
  readonly multiplier: number;
}

/** The figures of `okx-pm`. */
export interface OkxValues {
  readonly coinClasses: readonly OkxCoinClass[];
  readonly volatilityTable: readonly OkxVolatilityRow[];
  /** Part of the extreme loss that MR6 counts. */
  readonly extremeFactor: number;
  readonly chargeTiers: readonly ChargeTier[];
  /** 1: spot nets with perpetuals in MR4 (before June 2024); 0: it does not. */
  readonly spotInBasis: number;
  /** MR2: part of the time value lost over `thetaHours`; not published, 0. */
  readonly thetaHours: number;
  readonly thetaCharge: number;
  /** MR3: points of volatility by which expiries move apart; not published, 0. */
  readonly vegaTermCharge: number;
  /** MR5: move of interest rates, a decimal; not published, 0. */
  readonly rateMove: number;
  readonly initialFactor: number;
}

/** The shipped parameter sets of `okx-pm`, newest first. */
export const OKX_PARAMETER_SETS: readonly ParameterSet<OkxValues>[] = [january2025];

/** The class of a coin; the class without coins where none names it. */
export function coinClassOf(coin: string, values: OkxValues): OkxCoinClass {
  const named = values.coinClasses.find(({ coins }) => coins.includes(coin));
  const rest = named ?? values.coinClasses.find(({ coins }) => coins.length === 0);
  if (rest === undefined) throw new RangeError(`no coin class takes '${coin}'`);
  return rest;
}
