import { constant, evaluate, type Formula, max, negated, scale, sum } from '../../formula/index.js';
import { inverseNormalCdf } from '../../math/index.js';
import type { ScanBlock } from '../../scenario/index.js';
import type { MarginRequirement, ModelInputs } from '../margin-model.js';
import { deltaGammaNormal, type GammaEntry } from './delta-gamma-normal.js';
import { factorExposures } from './factor-exposures.js';
import type { ParametricValues } from './parametric-values.js';

/**
 * Value at risk of normal moves of prices and volatilities, from the correlations and daily volatilities:
 *
 * ```
 * delta-normal        z sqrt(d'C d)
 * delta-gamma-normal  z sqrt(d'C d + tr(G C G C) / 2) - tr(G C) / 2, at least 0
 * ```
 *
 * with sensitivities d, G per standard deviation of each factor over the horizon and z the normal quantile of the confidence.
 * Blocks without a correlation between them add up. Both figures are among the components; `method` says which is the margin.
 */
export function parametricRequirement(inputs: ModelInputs, values: ParametricValues): MarginRequirement {
  const blocks = inputs.blocks.filter(({ names }) => names.some((name) => isHeld(name, inputs)));
  const first = addedUp('delta-normal', inputs, values, blocks, 1);
  const second = addedUp('delta-gamma-normal', inputs, values, blocks, 2);
  const [chosen, other] = values.method === 'delta-normal' ? [first, second] : [second, first];
  const initial = sum('initial margin', [chosen]);
  return {
    initial,
    maintenance: scale('maintenance margin', values.maintenanceFactor, initial),
    underlyings: blocks.flatMap(({ names }) => names),
    scenarios: [],
    components: { [first.name]: first, [second.name]: second },
    beside: (quantities) => [{ name: other.name, amount: evaluate(other, quantities) }],
    confidence: 'model',
  };
}

const isHeld = (name: string, { lines }: ModelInputs): boolean =>
  lines.some(({ instrument, expired }) => instrument.underlying === name && !expired);

function addedUp(
  name: string,
  inputs: ModelInputs,
  values: ParametricValues,
  blocks: readonly ScanBlock[],
  order: 1 | 2,
): Formula {
  const parts = blocks.map((block) => {
    const own =
      blocks.length === 1 ? name : `${name} of ${block.names.filter((one) => isHeld(one, inputs)).join(', ')}`;
    return blockRisk(own, block, inputs, values, order);
  });
  return parts.length === 1 ? parts[0]! : sum(name, parts);
}

function blockRisk(
  name: string,
  { names, correlation }: ScanBlock,
  inputs: ModelInputs,
  values: ParametricValues,
  order: 1 | 2,
): Formula {
  const held = [...names.keys()].filter((u) => isHeld(names[u]!, inputs));
  const days = Math.sqrt(values.horizonDays);
  const exposures = held.map((u) => {
    const price = (inputs.dailyVolatilities.get(names[u]!) ?? 0) * days;
    return factorExposures(names[u]!, inputs.lines, { price, volatility: values.volOfVol * days });
  });
  const n = held.length;
  const delta = [...exposures.map(({ price }) => price), ...exposures.map(({ volatility }) => volatility)];
  const gamma = exposures.flatMap(({ gamma: own, vanna, volga }, u): GammaEntry[] => [
    { i: u, j: u, amount: own },
    { i: u, j: n + u, amount: vanna },
    { i: n + u, j: n + u, amount: volga },
  ]);
  const used = order === 1 ? [] : gamma.filter(({ amount }) => amount.coefficients.length > 0);
  const matrix = factorCorrelation(held, correlation, names.length, values.priceVolCorrelation);
  const { mean, deviation } = deltaGammaNormal(name, delta, used, matrix);
  const z = inverseNormalCdf(values.confidence);
  if (order === 1) return scale(name, z, deviation);
  const loss = sum(`${name} loss`, [negated('curvature, on average', mean), scale('around it', z, deviation)]);
  return max(name, [loss, constant('no loss', 0)]);
}

/**
 * Prices as the correlations say, volatilities among themselves likewise, and a volatility with a price by `priceVol` times the
 * correlation of the two underlyings: a Kronecker product, so positive semidefinite whenever the correlations are.
 */
function factorCorrelation(
  held: readonly number[],
  correlation: Float64Array,
  width: number,
  priceVol: number,
): Float64Array {
  const n = held.length;
  const matrix = new Float64Array(4 * n * n);
  for (let i = 0; i < 2 * n; i++) {
    for (let j = 0; j < 2 * n; j++) {
      const between = correlation[held[i % n]! * width + held[j % n]!]!;
      matrix[i * 2 * n + j] = i < n === j < n ? between : priceVol * between;
    }
  }
  return matrix;
}
