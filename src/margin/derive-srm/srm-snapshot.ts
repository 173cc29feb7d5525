import type { BaseLine, CashLine, ConfidentPrice, OptionLine, PerpetualLine } from '../derive/derive-line.js';

/** A column of the formula. Options bring their own volatility. */
export type SrmLine = ((OptionLine | PerpetualLine | BaseLine) & { readonly underlying: string }) | CashLine;

/** The feeds of one expiry of a market. */
export interface SrmExpiryFeed {
  readonly name: string;
  readonly secondsToExpiry: number;
  /** In the last hour the settlement price so far. */
  readonly forward: number;
  readonly forwardConfidence: number;
  readonly volatilityConfidence: number;
}

/** The feeds of one underlying. */
export interface SrmMarket {
  readonly underlying: string;
  readonly spot: number;
  readonly spotConfidence: number;
  /** Null where no perpetual is held or considered. */
  readonly perpetual: ConfidentPrice | null;
  readonly expiries: readonly SrmExpiryFeed[];
}

/** All feeds of an account; prices in dollars. */
export interface SrmSnapshot {
  /** Dollars for one unit of the stable coin. */
  readonly stablePrice: number;
  readonly markets: readonly SrmMarket[];
}
