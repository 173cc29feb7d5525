import { evaluate } from '../../formula/index.js';
import type { VenueRequirement } from '../venue-requirement.js';
import type { PmeValues } from './pme-values.js';

/** The margin of a book as Deribit prints it. */
export interface PmeFigures {
  /** Not rounded, as in `pre_aggregated` vectors. */
  readonly worstCase: number;
  readonly rollShock: number;
  readonly deltaShock: number;
  readonly riskMatrixMargin: number;
  readonly initialMargin: number;
  readonly maintenanceMargin: number;
}

/**
 * The figures of `private/pme/simulate` for a book, with the venue's rounding: the worst case to nine decimals before
 * the shocks are added, the initial margin to nine again, the maintenance margin not. At most 1e-9 from the formulas.
 *
 * SOURCE: docs.deribit.com response example (risk matrix 0.06284313098, initial 0.122861343, maintenance 0.050274504784).
 */
export function pmeFigures(requirement: VenueRequirement, values: PmeValues, quantities: Float64Array): PmeFigures {
  const component = (name: string): number => evaluate(requirement.components[name]!, quantities);
  const worstCase = component('worst case');
  const roll = component('roll shock');
  const delta = component('delta shock');
  const riskMatrixMargin = nineDecimals(worstCase) + roll + delta;
  const others = evaluate(requirement.initial, quantities) - component('risk matrix');
  return {
    worstCase,
    rollShock: roll,
    deltaShock: delta,
    riskMatrixMargin,
    initialMargin: nineDecimals(riskMatrixMargin + others),
    maintenanceMargin: values.mmFactor * riskMatrixMargin,
  };
}

function nineDecimals(amount: number): number {
  return Math.round(amount * 1e9) / 1e9;
}
