/**
 * The rule books. Each is one function from a valued market to two formulas, with its figures in dated parameter sets; it
 * knows neither the optimizer nor how it will be printed.
 */

export { chooseModel, type ModelChoice } from './choose-model.js';
export {
  type FigureRule,
  isRecord,
  type NumericPlace,
  numericPlaces,
  type ParameterProblem,
  withFigure,
} from './figures/index.js';
export type * from './margin-model.js';
export {
  findModel,
  type HeatMapReach,
  MARGIN_MODELS,
  type MarginModel,
  type ParameterValues,
} from './model-registry.js';
export type { ParameterSet } from './parameter-set.js';
export { type ResolvedParameters, resolveParameters } from './resolve-parameters.js';
export { type ScanValues, scanRange, scanVolatilityShock } from './scan-parameters.js';
export { TradeRows, tradeOf } from './simm/trade-rows.js';
