import type { MarginRequirement, ModelInputs } from './margin-model.js';
import type { FigureRule, ParameterSet } from './parameter-set.js';
import { scanModel } from './scan.js';
import { SCAN_FIGURE_RULES, SCAN_PARAMETER_SETS, type ScanValues } from './scan-parameters.js';

/** Parameter values as they come from files and flags, before the model reads them. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** A rule book as the rest of margo sees it. */
export interface MarginModel {
  readonly id: string;
  readonly title: string;
  /** Newest first; the first is the default. */
  readonly parameterSets: readonly ParameterSet<ParameterValues>[];
  /** What single figures must be, by name. */
  readonly figureRules: Readonly<Record<string, FigureRule>>;
  /** The formulas for a market. `values` has been checked against the shape of the default set and the figure rules. */
  readonly build: (inputs: ModelInputs, values: ParameterValues) => MarginRequirement;
}

export const MARGIN_MODELS: readonly MarginModel[] = [
  {
    id: 'scan',
    title: 'house scan: joint scenarios from the correlations, full revaluation',
    parameterSets: SCAN_PARAMETER_SETS.map((set) => ({ ...set, values: { ...set.values } })),
    figureRules: SCAN_FIGURE_RULES,
    build: (inputs, values) => scanModel(inputs, values as unknown as ScanValues),
  },
];

/** The model with an id; undefined when there is none. */
export function findModel(id: string): MarginModel | undefined {
  return MARGIN_MODELS.find((model) => model.id === id);
}
