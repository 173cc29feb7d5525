import type { SimmHorizon, SimmValues } from './simm-values.js';

/** How a margin is asked for: the calibration, the horizon and the currency that bears no FX risk. */
export interface SimmTerms {
  readonly values: SimmValues;
  readonly horizon: SimmHorizon;
  /** FX sensitivities to it are left out; it decides weights and correlations of the others. */
  readonly calculationCurrency: string;
}

/** Calendar days of the horizon as SIMM counts them: ten business days are 14. */
export function horizonDays(horizon: SimmHorizon): number {
  return horizon === 'tenDay' ? 14 : 1.4;
}
