import {
  expectedShortfall,
  HIST_ES_PARAMETER_SETS,
  HISTORICAL_FIGURE_RULES,
  type HistoricalValues,
  historicalProblems,
  historicalRequirement,
  valueAtRisk,
} from '../historical/index.js';
import type { MarginModel } from '../model-registry.js';
import { registered } from './registered.js';

/** Expected shortfall over the joint moves of a price history: convex, so optimised exactly. */
export const HIST_ES_MODEL: MarginModel = registered<HistoricalValues>({
  id: 'hist-es',
  title: 'historical expected shortfall: the mean of the worst joint moves of a price history, full revaluation',
  parameterSets: HIST_ES_PARAMETER_SETS,
  figureRules: HISTORICAL_FIGURE_RULES,
  kind: 'risk measure',
  usesPrices: true,
  looksAtHeldLines: false,
  refuses: () => null,
  restates: () => null,
  problems: historicalProblems,
  build: (inputs, values) => historicalRequirement(inputs, values, expectedShortfall, valueAtRisk),
});
