import type { MarginRequirement } from '../margin/index.js';
import type { PreparedRun } from './prepare-run.js';

/**
 * Whether a margin may be taken for the venue's own figure: `verified` only where the rules reproduced outside figures for
 * such books, the figures of the parameter set are the venue's, and no contract stands in for another. Spot that a rule book
 * takes as equity is in no figure, so it does not count.
 */
export function runConfidence({
  model,
  parameters,
  lines,
  positions,
  requirement,
}: PreparedRun): MarginRequirement['confidence'] {
  if (parameters.confidence !== 'verified') return 'model';
  const held = lines.slice(0, positions.length);
  const standsIn = held.some((line) => line.instrument.type !== 'spot' && model.restates(line) !== null);
  return standsIn ? 'model' : requirement.confidence;
}
