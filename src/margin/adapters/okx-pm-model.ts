import type { MarketView } from '../../scenario/index.js';
import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { OKX_FIGURE_RULES, OKX_PARAMETER_SETS, type OkxLine, type OkxValues, okxPm } from '../okx-pm/index.js';
import type { VenueLine } from '../venue-lines/index.js';
import { linesBy, type PlacedLine, underlyingOf } from './by-underlying.js';
import { contractColumns } from './contract-columns.js';
import { noCryptoContract } from './crypto-line.js';
import { dollars } from './dollars.js';
import { registered } from './registered.js';
import { addedUp, type SubBook } from './sub-book.js';

/** OKX's portfolio margin: a risk unit per coin, spot that hedges derivatives among its lines; borrowings are not known here. */
export const OKX_PM_MODEL: MarginModel = registered<OkxValues>({
  id: 'okx-pm',
  title: 'OKX portfolio margin: risk units, MR1 to MR7 with progressive tiers',
  parameterSets: OKX_PARAMETER_SETS,
  figureRules: OKX_FIGURE_RULES,
  looksAtHeldLines: false,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  refuses: noCryptoContract,
  restates: () => null,
  build: (inputs, values) => addedUp(riskUnits(inputs, values)),
});

function riskUnits(inputs: ModelInputs, values: OkxValues): SubBook[] {
  return linesBy(inputs.lines, underlyingOf).map(([underlying, members]) =>
    riskUnit(underlying, members, inputs, values),
  );
}

function riskUnit(
  underlying: string,
  members: readonly PlacedLine[],
  { view, asOf }: ModelInputs,
  values: OkxValues,
): SubBook {
  const { lines: contracts, places } = contractColumns(members);
  const lines = contracts.map((line, k) => withDelta(line, members[k]!, view));
  const indexUsd = members[0]!.line.level;
  const requirement = okxPm({ asOfMs: asOf, units: [{ underlying, indexUsd }], lines }, values);
  return {
    name: underlying,
    underlyings: [underlying],
    requirement,
    scenarios: requirement.scenarios,
    components: requirement.components,
    places,
    money: dollars(view),
  };
}

/**
 * OKX counts the delta of futures and perpetuals at their mark in dollars, not at the index: 97,093.7 USDT of 0.99954
 * dollars a coin in the published example of position-builder.
 */
function withDelta(line: VenueLine, { line: { instrument } }: PlacedLine, view: MarketView): OkxLine {
  if (line.kind !== 'perpetual' && line.kind !== 'future') return line;
  const dollar = view.rates.rateOf('USD')?.rate ?? 1;
  const quoted = view.rates.rateOf(instrument.currency)?.rate ?? dollar;
  return { ...line, deltaUsd: (line.unitsPerContract * line.price * quoted) / dollar };
}
