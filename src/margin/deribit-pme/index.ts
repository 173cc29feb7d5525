/** Deribit's portfolio margin: 27 standard scenarios and the extended table, roll shock and delta shock. */
export { deribitPme } from './deribit-pme.js';
export { PME_FIGURE_RULES } from './pme-figure-rules.js';
export { type PmeFigures, pmeFigures } from './pme-figures.js';
export type { PmeInputs, PmePair } from './pme-inputs.js';
export { PME_PARAMETER_SETS, PME_TABLE_SETS } from './pme-parameter-sets.js';
export { type PmeScenario, pmeScenarios } from './pme-scenario.js';
export { type PmeTables, pmeValuesOf } from './pme-tables.js';
export type { PmeValues } from './pme-values.js';
