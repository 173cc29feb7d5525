/** Paradex's portfolio margin: 24 weighted scenarios against a minimum on net and hedged delta. */

export { PARADEX_FIGURE_RULES } from './paradex-figure-rules.js';
export { type ParadexInputs, paradexPm } from './paradex-pm.js';
export { PARADEX_PARAMETER_SETS, type ParadexScenario, type ParadexValues } from './paradex-values.js';
