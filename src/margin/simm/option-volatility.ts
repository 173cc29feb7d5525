import { inverseNormalCdf } from '../../math/index.js';
import { horizonDays } from './simm-terms.js';
import type { SimmHorizon } from './simm-values.js';

const DAYS_OF_YEAR = 365;
const PERCENTILE_99 = inverseNormalCdf(0.99);

/**
 * The volatility that SIMM implies for a risk factor from its delta risk weight, in the weight's own unit:
 * sigma = RW x sqrt(365 / horizon days) / N^-1(0.99).
 *
 * SOURCE: ISDA SIMM methodology, vega risk of equity, commodity and FX.
 */
export function optionVolatility(riskWeight: number, horizon: SimmHorizon): number {
  return (riskWeight * Math.sqrt(DAYS_OF_YEAR / horizonDays(horizon))) / PERCENTILE_99;
}
