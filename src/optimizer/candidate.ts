/** Contracts on offer at one price. Money is in the reporting currency per contract. */
export interface PriceLevel {
  /** In the instrument's own unit. */
  readonly price: number;
  /** Contracts. */
  readonly size: number;
  /** What trading here loses against fair value; never negative. */
  readonly unitSpread: number;
  /** The part of it that is lost because better prices are sold out; 0 at the best price. */
  readonly unitDepth: number;
  readonly unitFee: number;
}

/** An instrument the optimizer may trade: bought from `asks`, sold to `bids`, best price first. */
export interface Candidate {
  readonly instrument: string;
  /** Column of the universe. */
  readonly line: number;
  readonly asks: readonly PriceLevel[];
  readonly bids: readonly PriceLevel[];
  /** Smallest tradable step in contracts; null when the market does not say. */
  readonly lot: number | null;
  /** Money of underlying exposure per contract. */
  readonly notional: number;
}

/** Why an instrument, or one side of it, is not traded. */
export interface Exclusion {
  readonly instrument: string;
  readonly reason: string;
}
