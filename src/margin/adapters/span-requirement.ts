import type { SpanInterSpread } from '../../domain/index.js';
import { evaluate, opposite } from '../../formula/index.js';
import type { MarginRequirement, ModelInputs, ScenarioPnl } from '../margin-model.js';
import {
  type CommodityBook,
  type SpanRequirement,
  type SpanScenario,
  type SpanValues,
  span,
  spanScenarios,
} from '../span/index.js';

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
  const moves = spanScenarios(values.extremeMultiple, values.extremeCover);
  const requirement = span({
    books: placed.map(({ book }) => book),
    interSpreads,
    wholeSpreads: values.wholeSpreads === 1,
    sharesOptionValue: values.sharesOptionValue === 1,
    scenarioNames: moves.map(({ name }) => name),
    book: inputs.book ?? new Float64Array(inputs.lines.length),
  });
  const underlyings = [...new Set(placed.flatMap((one) => one.underlyings))].sort();
  let scenarios: ScenarioPnl[] | null = null;
  let components: MarginRequirement['components'] | null = null;
  return {
    initial: requirement.initial,
    maintenance: requirement.maintenance,
    underlyings,
    // Made when they are asked for: not where a line is margined alone.
    get scenarios() {
      scenarios ??= scenariosOf(placed, underlyings, requirement, moves);
      return scenarios;
    },
    get components() {
      components ??= requirement.components;
      return components;
    },
    beside: (quantities) => [
      { name: 'initial margin less option value', amount: evaluate(requirement.called, quantities) },
    ],
    confidence: 'model',
  };
}

function scenariosOf(
  placed: readonly PlacedCommodity[],
  underlyings: readonly string[],
  requirement: SpanRequirement,
  moves: readonly SpanScenario[],
): ScenarioPnl[] {
  const losses = requirement.losses;
  return placed.flatMap(({ book, reach }, block) => {
    const { name } = book.lines;
    return moves.map((move, j): ScenarioPnl => {
      const title = `${name} ${move.name}`;
      const shifts = Float64Array.from(underlyings, (underlying) => move.price * (reach.get(underlying) ?? 0));
      return {
        scenario: { name: title, block, moves: shifts, volatility: move.volatility, weight: 1 },
        pnl: opposite(losses.get(name)![j]!, title),
      };
    });
  });
}
