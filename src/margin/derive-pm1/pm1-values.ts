import type { ForwardContingencyValues } from '../derive/forward-contingency.js';
import type { ConfidenceValues } from '../derive/oracle-contingency.js';
import type { PegValues } from '../derive/peg-loss.js';
import type { TenorShockValues } from '../derive/tenor-shock.js';

export interface Pm1Scenario {
  /** Factor on the spot: 1.15 is 15 % up. */
  readonly spotShock: number;
  readonly volatility: 'up' | 'down' | 'none';
}

/** The figures of PMRM; meanings in docs/models.md. Rates and ranges are decimals. */
export interface Pm1Values extends TenorShockValues, ForwardContingencyValues, ConfidenceValues, PegValues {
  readonly scenarios: readonly Pm1Scenario[];
  /** Factor on worst loss and static contingency together, initial margin only. */
  readonly initialFactor: number;
  readonly baseStaticDiscount: number;
  readonly rateMultiplier: number;
  readonly rateAdd: number;
  /** Of the spot, per unit of the base asset, of the perpetual, and per naked short. */
  readonly baseRate: number;
  readonly perpRate: number;
  readonly optionRate: number;
}
