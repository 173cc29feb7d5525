/** Paradex's portfolio margin: 24 weighted scenarios against a minimum on net and hedged delta. */
export { type ParadexInputs, paradexPm } from './paradex-pm.js';
export { PARADEX_PARAMETER_SETS, type ParadexScenario, type ParadexValues } from './paradex-values.js';
