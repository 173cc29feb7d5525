/** Deribit's portfolio margin: 27 standard scenarios and the extended table, roll shock and delta shock. */
export { deribitPme } from './deribit-pme.js';
export { type PmeFigures, pmeFigures } from './pme-figures.js';
export type { PmeInputs, PmePair } from './pme-inputs.js';
export { type PmeScenario, pmeScenarios } from './pme-scenario.js';
export { PME_PARAMETER_SETS, type PmeValues } from './pme-values.js';
