import type { BaseLine, CashLine, ConfidentPrice, OptionLine, PerpetualLine } from '../derive/derive-line.js';
import type { ForwardParts } from '../derive/expiry-lines.js';

/** A column of the formula. Options bring their own volatility: this model's feed has one per strike. */
export type Pm1Line = OptionLine | PerpetualLine | BaseLine | CashLine;

/** The feeds of one expiry. */
export interface Pm1ExpiryFeed {
  readonly name: string;
  readonly secondsToExpiry: number;
  /** What the settlement average has fixed, and what still moves. */
  readonly forward: ForwardParts;
  readonly forwardConfidence: number;
  /** Annual; a negative one counts as zero. */
  readonly rate: number;
  readonly rateConfidence: number;
  readonly volatilityConfidence: number;
}

/** The feeds of one underlying; an account of this model has no other. Prices in dollars. */
export interface Pm1Snapshot {
  readonly spot: number;
  readonly spotConfidence: number;
  /** Null where no perpetual is held or considered. */
  readonly perpetual: ConfidentPrice | null;
  /** Dollars for one unit of the stable coin. */
  readonly stablePrice: number;
  readonly expiries: readonly Pm1ExpiryFeed[];
}
