import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { OKX_FIGURE_RULES, OKX_PARAMETER_SETS, type OkxValues, okxPm } from '../okx-pm/index.js';
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
  refuses: (line) => noCryptoContract(line),
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
  const { lines, places } = contractColumns(members);
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
