/**
 * Derive's portfolio margin PMRM_2 (v2.0 of its risk manager): scenarios with static discounts, skews and dampened tails,
 * the forward contingency as one more candidate for the worst, and charges by size.
 */
export { derivePm2 } from './derive-pm2.js';
export { PM2_FIGURE_RULES } from './pm2-figure-rules.js';
export { PM2_PARAMETER_SETS } from './pm2-parameter-sets.js';
export { pm2Problems } from './pm2-problems.js';
export type * from './pm2-snapshot.js';
export type { Pm2ModelValues, Pm2Scenario, Pm2Values, Pm2VolatilityMove } from './pm2-values.js';
export { type SviCurve, sviVolatility } from './svi-volatility.js';
