/**
 * Derive's older portfolio margin PMRM: scenarios of spot and volatility with a static discount on what is owned, the forward
 * contingency as one more candidate for the worst, and charges by size.
 */
export { derivePm1 } from './derive-pm1.js';
export { DERIVE_PM1_FIGURE_RULES } from './pm1-figure-rules.js';
export { PM1_PARAMETER_SETS } from './pm1-parameter-sets.js';
export { pm1Problems } from './pm1-problems.js';
export type * from './pm1-snapshot.js';
export type { Pm1Scenario, Pm1Values } from './pm1-values.js';
