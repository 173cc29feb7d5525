import type { MarginModel } from '../model-registry.js';
import {
  PARAMETRIC_FIGURE_RULES,
  PARAMETRIC_PARAMETER_SETS,
  type ParametricValues,
  parametricRequirement,
} from '../parametric/index.js';
import { registered } from './registered.js';

/** Value at risk from sensitivities, volatilities and correlations: a cone, optimised exactly. */
export const PARAMETRIC_VAR_MODEL: MarginModel = registered<ParametricValues>({
  id: 'parametric-var',
  title: 'parametric value at risk: delta-normal or delta-gamma-normal, from volatilities and correlations',
  parameterSets: PARAMETRIC_PARAMETER_SETS,
  figureRules: PARAMETRIC_FIGURE_RULES,
  kind: 'risk measure',
  usesJointMoves: true,
  looksAtHeldLines: false,
  refuses: () => null,
  restates: () => null,
  build: parametricRequirement,
});
