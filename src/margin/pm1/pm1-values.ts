/** How a volatility range is read: as a part of the volatility, or in points. */
export type VolatilityUnit = 'relative' | 'points';

/**
 * The figures of one member of the family. Rates, ranges and moves are decimals; the page of each venue says less than
 * this, and what it does not say is 0 and named in the set's source.
 */
export interface Pm1Values {
  /** What margin is counted in. */
  readonly money: 'coin' | 'quote';
  readonly priceRange: number;
  /** Equal steps from 0 to the range, on each side. */
  readonly stepsPerSide: number;
  readonly volatilityUnit: VolatilityUnit;
  /** At 30 days; other tenors by the powers. */
  readonly volRangeUp: number;
  readonly volRangeDown: number;
  readonly shortTermVegaPower: number;
  readonly longTermVegaPower: number;
  readonly minDaysToExpiry: number;
  /** `all`: every option, long or short. `net short per strike`: per expiry and strike, calls and puts netted. */
  readonly optionContingency: 'all' | 'net short per strike';
  /** Of one unit of the underlying per option. */
  readonly optionContingencyRate: number;
  /** `offsetting`: the smaller of all longs and all shorts. `gross`: every contract. Perpetuals are futures. */
  readonly futuresContingency: 'offsetting' | 'gross';
  /** Of one unit of the underlying. */
  readonly futuresContingencyRate: number;
  /** Of the vega (per point) by which expiries offset each other. */
  readonly vegaContingencyRate: number;
  /** Moves beyond the range, both ways, and the part of their loss that counts; empty for none. */
  readonly extremeMoves: readonly number[];
  readonly extremeCover: number;
  readonly extremeVolatility: 'up' | 'none' | 'down';
  /** Initial margin over maintenance margin. */
  readonly initialFactor: number;
  /** 1 where outside numbers of books without options were reproduced. */
  readonly verifiedDeltaOne: number;
}
