import { type Formula, scale, sum } from '../formula/index.js';
import { correlatedAggregation } from './correlated-aggregation.js';
import type { MarginRequirement, ModelInputs } from './margin-model.js';
import { scanModel } from './scan.js';
import type { ScanValues } from './scan-parameters.js';

/**
 * The house model with its underlyings margined one by one and joined by their correlations:
 *
 * ```
 * initial = sum over blocks of sqrt(m' R m) + shortOption + basis,   m_u the scan risk of underlying u alone
 * ```
 *
 * @see correlatedAggregation for what becomes of negative correlations
 */
export function scanCorrelated(inputs: ModelInputs, values: ScanValues): MarginRequirement {
  const { blocks } = inputs;
  const alone = blocks.flatMap(({ names }) =>
    names.map((name) => ({ names: [name], correlation: Float64Array.of(1) })),
  );
  const requirement = scanModel({ ...inputs, blocks: alone, points: [] }, values);
  const { blockRisks = [], components } = requirement;
  let next = 0;
  const joined = blocks.map(({ names, correlation }): Formula => {
    const own = blockRisks.slice(next, next + names.length);
    next += names.length;
    const name = blocks.length === 1 ? 'correlated scan risk' : `correlated ${names.join(', ')}`;
    return own.length === 1 ? own[0]! : correlatedAggregation(name, own, correlation);
  });
  const risk = joined.length === 1 ? joined[0]! : sum('correlated scan risk', joined);
  const initial = sum('initial margin', [risk, components['short option minimum']!, components.basis!]);
  return {
    initial,
    maintenance: scale('maintenance margin', values.maintenanceFactor, initial),
    underlyings: requirement.underlyings,
    scenarios: requirement.scenarios,
    components: Object.fromEntries(initial.children.map((part) => [part.name, part])),
    confidence: 'model',
  };
}
