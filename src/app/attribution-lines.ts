import { directionalDerivative, gradient, NodeValues, oneSidedSlopes } from '../formula/index.js';
import type { AttributionLine } from '../schema/attribute-document.js';
import type { AttributionGroup } from './attribution-groups.js';
import type { AttributionMargins } from './attribution-margins.js';
import type { PreparedRun } from './prepare-run.js';

/** A group and what it has to do with the margin. */
export interface AttributedGroup {
  readonly group: AttributionGroup;
  readonly line: AttributionLine;
}

/**
 * A function from a group to its line. Components are the gradient of the margin at the book times contracts (Euler; for
 * convex margins Tasche 1999, "Risk contributions and performance measurement"), at ties the mean of the gradients that
 * are tied; low and high are the one-sided derivatives along the group's own holdings, between which every tie rule stays.
 */
export function lineMaker(run: PreparedRun, margins: AttributionMargins): (group: AttributionGroup) => AttributedGroup {
  const { requirement, quantities } = run;
  const values = new NodeValues(quantities);
  const margin = values.amountOf(requirement.initial);
  const slopes = gradient(requirement.initial, quantities);
  const { up, down } = oneSidedSlopes(requirement.initial, quantities);

  const growth = ({ contracts }: AttributionGroup, sign: 1 | -1): number =>
    sign *
    directionalDerivative(requirement.initial, values, {
      columns: [...contracts.keys()],
      contracts: [...contracts.values()].map((quantity) => sign * quantity),
    });
  const ends = (group: AttributionGroup): readonly number[] => {
    const { column } = group;
    if (column === null) return [growth(group, 1), growth(group, -1)];
    return [quantities[column]! * up[column]!, quantities[column]! * down[column]!];
  };
  return (group) => {
    const { contracts, column, name, underlying, expiry, tag } = group;
    const component = [...contracts].reduce((total, [j, quantity]) => total + slopes[j]! * quantity, 0);
    const [one, other] = ends(group);
    const line: AttributionLine = {
      name,
      underlying,
      expiry,
      tag,
      positions: contracts.size,
      quantity: column === null ? null : quantities[column]!,
      standalone: margins.alone(group),
      marginal: margin - margins.without(group),
      incremental: column === null ? null : { up: up[column]!, down: down[column]! },
      component,
      componentLow: Math.min(one!, other!, component),
      componentHigh: Math.max(one!, other!, component),
      share: margin === 0 ? null : component / margin,
    };
    return { group, line };
  };
}
