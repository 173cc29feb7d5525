import type { ForwardContingencyValues } from '../derive/forward-contingency.js';
import type { ConfidenceValues } from '../derive/oracle-contingency.js';
import type { PegValues } from '../derive/peg-loss.js';
import type { TenorShockValues } from '../derive/tenor-shock.js';
import type { SkewValues } from './skew-volatility.js';
import type { StaticDiscountValues } from './static-discounts.js';

/** `linear` tilts the volatility curve, `abs` lifts its wings; both leave the spot alone. */
export type Pm2VolatilityMove = 'up' | 'down' | 'none' | 'linear' | 'abs';

export interface Pm2Scenario {
  /** Factor on the spot: 1.18 is 18 % up. */
  readonly spotShock: number;
  readonly volatility: Pm2VolatilityMove;
  /** Factor on the profit and loss; below 1 in the tails. */
  readonly dampening: number;
}

/** The figures of PMRM_2; meanings in docs/models.md. Rates and ranges are decimals. */
export interface Pm2Values
  extends TenorShockValues,
    ForwardContingencyValues,
    ConfidenceValues,
    PegValues,
    SkewValues,
    StaticDiscountValues {
  readonly scenarios: readonly Pm2Scenario[];
  readonly initialLossFactor: number;
  readonly maintenanceLossFactor: number;
  /** Volatility at least after a move up. */
  readonly minVolUpShock: number;
  /** Of the perpetual's notional; the initial one is on top. */
  readonly perpMaintenanceRate: number;
  readonly perpInitialRate: number;
  /** Of the spot, per naked short; the initial one is on top. */
  readonly optionMaintenanceRate: number;
  readonly optionInitialRate: number;
}

/** Haircuts on spot held as collateral, by underlying; `default` serves the rest. The initial one is on top. */
export interface CollateralHaircuts {
  readonly collateralMaintenanceHaircut: Readonly<Record<string, number>>;
  readonly collateralInitialHaircut: Readonly<Record<string, number>>;
}

/** The figures of the model: those of PMRM_2, and the haircuts that its lines of collateral bring along. */
export interface Pm2ModelValues extends Pm2Values, CollateralHaircuts {}
