import { evaluate } from '../../formula/index.js';
import type { EllipsoidLine } from '../../schema/ellipsoid-line.js';
import type { PreparedRun } from '../prepare-run.js';

const EXACT = 'the books are linear in their underlyings, so no joint move of the ellipsoid is worse';
const LOCAL =
  'found by a local search of the whole ellipsoid: the margin is a lower bound of that over every joint move';

/** The search over the ellipsoid as documents tell it; nothing by the listed scenarios. */
export function ellipsoidLine(run: PreparedRun, book: Float64Array): { readonly search?: EllipsoidLine } {
  const { ellipsoid, requirement, inputs } = run;
  if (ellipsoid === undefined) return {};
  const { rounds, starts, exact, points, listed } = ellipsoid;
  const scenarios = requirement.scenarios.slice(requirement.scenarios.length - points.length);
  return {
    search: {
      scenarios: 'ellipsoid',
      rounds,
      starts,
      exact,
      listedMargin: evaluate(listed.initial, book),
      ellipsoidMargin: evaluate(requirement.initial, book),
      added: points.map(({ block, z, volatility, weight }, k) => ({
        scenario: scenarios[k]!.scenario.name,
        underlyings: [...inputs.blocks[block]!.names],
        z: [...z],
        volatility,
        weight,
        loss: -weight * evaluate(scenarios[k]!.pnl, book),
      })),
      note: exact ? EXACT : LOCAL,
    },
  };
}
