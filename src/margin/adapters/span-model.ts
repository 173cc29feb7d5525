import type { SpanContract, SpanInterSpread } from '../../domain/index.js';
import { evaluate, opposite } from '../../formula/index.js';
import type { MarketView, ValuedInstrument } from '../../scenario/index.js';
import type { MarginRequirement, ModelInputs, ScenarioPnl } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import {
  type CommodityBook,
  CommodityLines,
  ownCommodity,
  ownContracts,
  rangeOf,
  SPAN_FIGURE_RULES,
  SPAN_PARAMETER_SETS,
  type SpanRequirement,
  type SpanValues,
  scanFraction,
  span,
  spanScenarios,
} from '../span/index.js';
import { linesBy, type PlacedLine } from './by-underlying.js';
import { registered } from './registered.js';

/** CME SPAN of futures and options on them, with risk arrays by margo's own pricing and stated ranges. */
export const SPAN_MODEL: MarginModel = registered<SpanValues>({
  id: 'span',
  title: 'CME SPAN: sixteen scenarios, charges between months, credits between commodities, option value',
  parameterSets: SPAN_PARAMETER_SETS,
  figureRules: SPAN_FIGURE_RULES,
  looksAtHeldLines: true,
  exactAtBook: true,
  refuses,
  restates: () => null,
  build,
});

/** Why no clearing house of futures margins a contract. */
function refuses({ instrument }: ValuedInstrument): string | null {
  if (instrument.type === 'spot') return 'is held and paid for, and SPAN margins futures and options on them';
  if (instrument.type === 'perpetual') return 'is a perpetual, which has no contract month';
  return null;
}

/** The lines of one combined commodity, with the figures it is scanned by. */
interface Placed {
  readonly book: CommodityBook;
  readonly underlyings: readonly string[];
  /** Fraction of the level by which each underlying moves in a full price scan range. */
  readonly reach: ReadonlyMap<string, number>;
}

function build(inputs: ModelInputs, values: SpanValues): MarginRequirement {
  const placed = linesBy(inputs.lines, ({ instrument }) => rangeOf(instrument.underlying, values).name).map(
    ([name, members]) => commodity(name, members, inputs.view, values),
  );
  const scenarios = spanScenarios(values.extremeMultiple, values.extremeCover);
  const requirement = span({
    books: placed.map(({ book }) => book),
    interSpreads: values.interSpreads as readonly SpanInterSpread[],
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

function commodity(name: string, members: readonly PlacedLine[], view: MarketView, values: SpanValues): Placed {
  const lines = members.map(({ line }) => line);
  const { range } = rangeOf(lines[0]!.instrument.underlying, values);
  const contracts: SpanContract[] = ownContracts(name, range, lines, view, values);
  const own = members.map(({ column, line }, k) => ({ column, name: line.instrument.name, contract: contracts[k]! }));
  return {
    book: {
      terms: ownCommodity(name, range, lines, values, view.currency),
      lines: new CommodityLines(name, own),
      rate: 1,
    },
    underlyings: [...new Set(lines.map(({ instrument }) => instrument.underlying))],
    reach: new Map(lines.map((line) => [line.instrument.underlying, scanFraction(line, range)])),
  };
}

function scenariosOf(
  { book, reach }: Placed,
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
