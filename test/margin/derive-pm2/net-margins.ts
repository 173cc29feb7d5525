import { evaluate } from '../../../src/formula/index.js';
import type { VenueRequirement } from '../../../src/margin/venue-requirement.js';

/** The venue's figures of a book, by the names of ours: net margins, the value, and every component. */
export function netMargins(requirement: VenueRequirement, quantities: Float64Array): Readonly<Record<string, number>> {
  const value = evaluate(requirement.value, quantities);
  return {
    value,
    initial: value - evaluate(requirement.initial, quantities),
    maintenance: value - evaluate(requirement.maintenance, quantities),
    ...Object.fromEntries(
      Object.entries(requirement.components).map(([name, formula]) => [name, evaluate(formula, quantities)]),
    ),
  };
}
