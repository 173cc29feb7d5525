import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { PARADEX_FIGURE_RULES, PARADEX_PARAMETER_SETS, type ParadexValues, paradexPm } from '../paradex-pm/index.js';
import { linesBy, type PlacedLine } from './by-underlying.js';
import { contractColumns } from './contract-columns.js';
import { noCryptoContract } from './crypto-line.js';
import { dollars } from './dollars.js';
import { registered } from './registered.js';
import { isDerivative, spotAsEquity } from './spot-as-equity.js';
import { addedUp, type SubBook } from './sub-book.js';

/** Paradex's portfolio margin, per underlying; provisions for funding and fees are the venue's and not known here. */
export const PARADEX_PM_MODEL: MarginModel = registered<ParadexValues>({
  id: 'paradex-pm',
  title: 'Paradex portfolio margin: 24 weighted scenarios against a minimum on delta',
  parameterSets: PARADEX_PARAMETER_SETS,
  figureRules: PARADEX_FIGURE_RULES,
  looksAtHeldLines: false,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  refuses: noCryptoContract,
  restates: spotAsEquity,
  build: (inputs, values) => addedUp(markets(inputs, values)),
  heatMapReach: (_underlying, _inputs, values) => {
    const whole = values.scenarios.filter(({ weight }) => weight === 1);
    return {
      priceRange: Math.max(0, ...whole.map(({ spotShock }) => Math.abs(spotShock))),
      volatility: {
        rangeUp: Math.max(0, ...whole.map(({ volShock }) => volShock)),
        rangeDown: Math.max(0, ...whole.map(({ volShock }) => -volShock)),
        referenceDays: 30,
        shortTermPower: values.shortTermVegaPower,
        longTermPower: values.longTermVegaPower,
        minDays: values.minDaysToExpiry,
        minVolatility: 0,
      },
    };
  },
});

function markets(inputs: ModelInputs, values: ParadexValues): SubBook[] {
  return linesBy(inputs.lines, (line) => (isDerivative(line) ? line.instrument.underlying : null)).map(
    ([underlying, members]) => market(underlying, members, inputs, values),
  );
}

function market(
  underlying: string,
  members: readonly PlacedLine[],
  { view, asOf }: ModelInputs,
  values: ParadexValues,
): SubBook {
  const { lines, places } = contractColumns(members);
  const requirement = paradexPm({ asOfMs: asOf, spots: { [underlying]: members[0]!.line.level }, lines }, values);
  const units = new Set([`${underlying} net delta`, `${underlying} gross delta`]);
  return {
    name: underlying,
    underlyings: [underlying],
    requirement,
    scenarios: requirement.scenarios,
    components: Object.fromEntries(Object.entries(requirement.components).filter(([name]) => !units.has(name))),
    places,
    money: dollars(view),
  };
}
