import type { MarginModel } from './model-registry.js';
import scanCorrelatedSet from './parameters/scan-correlated-2026-11-22.json' with { type: 'json' };
import { scanCorrelated } from './scan-correlated.js';
import { SCAN_MODEL } from './scan-model.js';
import { SCAN_FIGURE_RULES, type ScanValues } from './scan-parameters.js';

/** The house model's margins underlying by underlying, joined by the correlations of the underlyings. */
export const SCAN_CORRELATED_MODEL: MarginModel = {
  id: 'scan-correlated',
  title: 'house scan, each underlying alone, the margins joined as sqrt(m’ R m)',
  parameterSets: [{ ...scanCorrelatedSet, values: { ...scanCorrelatedSet.values } }],
  figureRules: SCAN_FIGURE_RULES,
  kind: 'risk measure',
  usesPrices: false,
  usesJointMoves: true,
  looksAtHeldLines: false,
  longOnly: () => false,
  refuses: () => null,
  restates: () => null,
  problems: () => [],
  build: (inputs, values) => scanCorrelated(inputs, values as unknown as ScanValues),
  heatMapReach: SCAN_MODEL.heatMapReach,
};
