/** Deribit's former portfolio margin and its clones: one model, a parameter file each. */
export { type Pm1Inputs, pm1 } from './pm1.js';
export { PM1_FIGURE_RULES } from './pm1-figure-rules.js';
export { PM1_PARAMETER_SETS } from './pm1-parameter-sets.js';
export type { Pm1Values, VolatilityUnit } from './pm1-values.js';
