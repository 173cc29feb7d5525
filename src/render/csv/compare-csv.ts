import type { CompareResult } from '../../schema/index.js';
import { csvText } from './csv-text.js';

const COLUMNS = [
  'model',
  'rank',
  'initial_margin',
  'maintenance_margin',
  'standalone_margin',
  'offset_benefit',
  'above_cheapest',
  'above_cheapest_ratio',
  'excess',
  'worst_scenario',
  'worst_loss',
  'confidence',
  'parameters',
  'effective_date',
  'refused',
  'partial_margin',
];

/** A compare document's main table: one row per model, by rank; `refused` counts positions and other problems. */
export function compareCsv(result: CompareResult | null): string {
  return csvText(
    COLUMNS,
    (result?.models ?? []).map((model) => [
      model.name,
      model.rank,
      model.initialMargin,
      model.maintenanceMargin,
      model.standaloneMargin,
      model.offsetBenefit,
      model.aboveCheapest,
      model.aboveCheapestRatio,
      model.excess,
      model.worstScenario?.name ?? null,
      model.worstScenario?.loss ?? null,
      model.confidence,
      model.parameters.id,
      model.parameters.effectiveDate,
      model.refused.length + model.problems.length,
      model.partialMargin?.initialMargin ?? null,
    ]),
  );
}
