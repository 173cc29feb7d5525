import { horizonDays } from './simm-terms.js';
import type { SimmHorizon } from './simm-values.js';

const DAYS_OF_UNIT: Readonly<Record<string, number>> = { w: 7, m: 365 / 12, y: 365 };

/** Days of a tenor such as `2w`, `6m` or `10y`. @throws RangeError for any other text */
export function tenorDays(tenor: string): number {
  const count = Number(tenor.slice(0, -1));
  const unit = DAYS_OF_UNIT[tenor.slice(-1)];
  if (unit === undefined || !(count > 0)) throw new RangeError(`'${tenor}' is no tenor`);
  return count * unit;
}

/**
 * What turns a vega into curvature: SF(t) = 1/2 min(1, horizon days / days to expiry).
 *
 * SOURCE: ISDA SIMM methodology, curvature risk.
 */
export function curvatureScale(tenor: string, horizon: SimmHorizon): number {
  return 0.5 * Math.min(1, horizonDays(horizon) / tenorDays(tenor));
}
