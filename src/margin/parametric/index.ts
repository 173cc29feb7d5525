/** Value at risk of normal moves: the `norm` node over sensitivities, first order and second. */
export { deltaGammaNormal, type GammaEntry, type NormalProfit } from './delta-gamma-normal.js';
export { parametricRequirement } from './parametric-requirement.js';
export { PARAMETRIC_FIGURE_RULES, PARAMETRIC_PARAMETER_SETS, type ParametricValues } from './parametric-values.js';
