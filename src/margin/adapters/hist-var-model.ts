import {
  expectedShortfall,
  HIST_VAR_PARAMETER_SETS,
  HISTORICAL_FIGURE_RULES,
  type HistoricalValues,
  historicalProblems,
  historicalRequirement,
  valueAtRisk,
} from '../historical/index.js';
import type { MarginModel } from '../model-registry.js';
import { registered } from './registered.js';

/** Value at risk over the joint moves of a price history: not convex, so a search begins with the expected shortfall. */
export const HIST_VAR_MODEL: MarginModel = registered<HistoricalValues>({
  id: 'hist-var',
  title: 'historical value at risk: a quantile of the joint moves of a price history, full revaluation',
  parameterSets: HIST_VAR_PARAMETER_SETS,
  figureRules: HISTORICAL_FIGURE_RULES,
  kind: 'risk measure',
  usesPrices: true,
  looksAtHeldLines: false,
  refuses: () => null,
  restates: () => null,
  problems: historicalProblems,
  build: (inputs, values) => historicalRequirement(inputs, values, valueAtRisk, expectedShortfall),
});
