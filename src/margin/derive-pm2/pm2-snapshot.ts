import type { CashLine, ConfidentPrice, OptionLine, PerpetualLine } from '../derive/derive-line.js';
import type { SviCurve } from './svi-volatility.js';

/** Another asset held as collateral; its quantity is not negative. */
export interface CollateralLine {
  readonly kind: 'collateral';
  readonly name: string;
  /** Dollars for one unit. */
  readonly price: number;
  readonly confidence: number;
  readonly maintenanceHaircut: number;
  /** On top of the maintenance haircut; the two are at most 1 together. */
  readonly initialHaircut: number;
  /** Whether its price moves with the underlying, so that it offsets positions in the scenarios. */
  readonly riskCancelling: boolean;
}

/** A column of the formula. */
export type Pm2Line = OptionLine | PerpetualLine | CollateralLine | CashLine;

/** The feeds of one expiry. */
export interface Pm2ExpiryFeed {
  readonly name: string;
  readonly secondsToExpiry: number;
  readonly forward: number;
  readonly forwardConfidence: number;
  /** Annual, continuously compounded; a negative one counts as zero. */
  readonly rate: number;
  readonly rateConfidence: number;
  /** Null where every option brings its own volatility. */
  readonly curve: SviCurve | null;
  readonly volatilityConfidence: number;
}

/** The feeds of one underlying; an account of this model has no other. Prices in dollars. */
export interface Pm2Snapshot {
  readonly spot: number;
  readonly spotConfidence: number;
  /** Null where no perpetual is held or considered. */
  readonly perpetual: ConfidentPrice | null;
  /** Dollars for one unit of the stable coin. */
  readonly stablePrice: number;
  readonly expiries: readonly Pm2ExpiryFeed[];
}
