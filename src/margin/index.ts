/**
 * The rule books. Each is one function from a valued market to two formulas, with its figures in dated parameter sets; it
 * knows neither the optimizer nor how it will be printed.
 */
export type * from './margin-model.js';
export {
  findModel,
  type HeatMapReach,
  MARGIN_MODELS,
  type MarginModel,
  type ParameterValues,
} from './model-registry.js';
export type { FigureRule, ParameterSet } from './parameter-set.js';
export { type ParameterProblem, type ResolvedParameters, resolveParameters } from './resolve-parameters.js';
export { type ScanValues, scanRange, scanVolatilityShock } from './scan-parameters.js';
