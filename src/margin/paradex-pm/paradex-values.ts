import type { ParameterSet } from '../parameter-set.js';
import published from '../parameters/paradex-pm-2026-11-22.json' with { type: 'json' };

/** One scenario: fractions by which spot and 30-day volatility move, and the part of the loss that counts. */
export interface ParadexScenario {
  readonly spotShock: number;
  readonly volShock: number;
  readonly weight: number;
}

/** The figures of `paradex-pm`. Rates are decimals. */
export interface ParadexValues {
  readonly scenarios: readonly ParadexScenario[];
  readonly shortTermVegaPower: number;
  readonly longTermVegaPower: number;
  readonly minDaysToExpiry: number;
  /** MinDelta: rates on the net and on the hedged delta. */
  readonly netDeltaRate: number;
  readonly hedgedDeltaRate: number;
  readonly maintenanceFactor: number;
}

/** The shipped parameter sets of `paradex-pm`, newest first. */
export const PARADEX_PARAMETER_SETS: readonly ParameterSet<ParadexValues>[] = [published];
