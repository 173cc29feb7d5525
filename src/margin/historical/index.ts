/**
 * Requirements from a price history: value at risk and expected shortfall over the joint moves of its dates, with full
 * revaluation.
 */
export { historicalProblems, historicalRequirement, type TailMeasure } from './historical-requirement.js';
export {
  HIST_ES_PARAMETER_SETS,
  HIST_VAR_PARAMETER_SETS,
  HISTORICAL_FIGURE_RULES,
  type HistoricalValues,
} from './historical-values.js';
export { expectedShortfall, tailCount, valueAtRisk } from './tail-loss.js';
