import type { SpanContract, SpanInterSpread } from '../../domain/index.js';
import type { MarketView, ValuedInstrument } from '../../scenario/index.js';
import type { MarginRequirement, ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import {
  CommodityLines,
  ownCommodity,
  ownContracts,
  rangeOf,
  SPAN_FIGURE_RULES,
  SPAN_PARAMETER_SETS,
  type SpanValues,
  scanFraction,
} from '../span/index.js';
import { linesBy, type PlacedLine } from './by-underlying.js';
import { registered, type VenueModel } from './registered.js';
import { spanFileModel } from './span-file-model.js';
import { type PlacedCommodity, spanRequirement } from './span-requirement.js';

/** Risk arrays by margo's own pricing, terms by the figures. */
const OWN: VenueModel<SpanValues> = {
  id: 'span',
  title: 'CME SPAN: sixteen scenarios, charges between months, credits between commodities, option value',
  parameterSets: SPAN_PARAMETER_SETS,
  figureRules: SPAN_FIGURE_RULES,
  looksAtHeldLines: true,
  exactAtBook: true,
  refuses,
  restates: () => null,
  build,
};

/** CME SPAN: by a clearing house's file, or else with risk arrays by margo's own pricing and stated ranges. */
export const SPAN_MODEL: MarginModel = {
  ...registered<SpanValues>(OWN),
  withSpanFile: (file) => spanFileModel(OWN, file),
};

/** Why no clearing house of futures margins a contract. */
function refuses({ instrument }: ValuedInstrument): string | null {
  if (instrument.type === 'spot') return 'is held and paid for, and SPAN margins futures and options on them';
  if (instrument.type === 'perpetual') return 'is a perpetual, which has no contract month';
  return null;
}

function build(inputs: ModelInputs, values: SpanValues): MarginRequirement {
  const placed = linesBy(inputs.lines, ({ instrument }) => rangeOf(instrument.underlying, values).name).map(
    ([name, members]) => commodity(name, members, inputs.view, values),
  );
  return spanRequirement(inputs, values, placed, values.interSpreads as readonly SpanInterSpread[]);
}

function commodity(
  name: string,
  members: readonly PlacedLine[],
  view: MarketView,
  values: SpanValues,
): PlacedCommodity {
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
