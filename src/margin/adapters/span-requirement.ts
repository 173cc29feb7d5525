import type { SpanInterSpread } from '../../domain/index.js';
import { evaluate, opposite } from '../../formula/index.js';
import type { MarginRequirement, ModelInputs, ScenarioPnl } from '../margin-model.js';
import { type CommodityBook, type SpanRequirement, type SpanValues, span, spanScenarios } from '../span/index.js';

/** The lines of one combined commodity, with the figures it is scanned by. */
export interface PlacedCommodity {
  readonly book: CommodityBook;
  readonly underlyings: readonly string[];
  /** Fraction of the level by which each underlying moves in a full price scan range. */
  readonly reach: ReadonlyMap<string, number>;
}

/** The requirement of commodities whose contracts and terms are known, wherever these came from. */
export function spanRequirement(
  inputs: ModelInputs,
  values: SpanValues,
  placed: readonly PlacedCommodity[],
  interSpreads: readonly SpanInterSpread[],
): MarginRequirement {
  const scenarios = spanScenarios(values.extremeMultiple, values.extremeCover);
  const requirement = span({
    books: placed.map(({ book }) => book),
    interSpreads,
    wholeSpreads: values.wholeSpreads === 1,
    sharesOptionValue: values.sharesOptionValue === 1,
    scenarioNames: scenarios.map(({ name }) => name),
    book: inputs.book ?? new Float64Array(inputs.lines.length),
  });
  const underlyings = [...new Set(placed.flatMap((one) => one.underlyings))].sort();
  return {
    initial: requirement.initial,
    maintenance: requirement.maintenance,
    underlyings,
    scenarios: placed.flatMap((one, block) => scenariosOf(one, block, { underlyings, requirement, values })),
    components: requirement.components,
    beside: (quantities) => [
      { name: 'initial margin less option value', amount: evaluate(requirement.called, quantities) },
    ],
    confidence: 'model',
  };
}

function scenariosOf(
  { book, reach }: PlacedCommodity,
  block: number,
  {
    underlyings,
    requirement,
    values,
  }: { underlyings: readonly string[]; requirement: SpanRequirement; values: SpanValues },
): ScenarioPnl[] {
  const { name } = book.lines;
  const losses = requirement.losses.get(name)!;
  return spanScenarios(values.extremeMultiple, values.extremeCover).map((scenario, j): ScenarioPnl => {
    const title = `${name} ${scenario.name}`;
    const moves = Float64Array.from(underlyings, (underlying) => scenario.price * (reach.get(underlying) ?? 0));
    return {
      scenario: { name: title, block, moves, volatility: scenario.volatility, weight: 1 },
      pnl: opposite(losses[j]!, title),
    };
  });
}
