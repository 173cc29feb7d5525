import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { PM1_FIGURE_RULES, PM1_PARAMETER_SETS, type Pm1Values, pm1 } from '../pm1/index.js';
import { linesBy, type PlacedLine } from './by-underlying.js';
import { contractColumns } from './contract-columns.js';
import { noCryptoContract } from './crypto-line.js';
import { coins, dollars } from './dollars.js';
import { registered } from './registered.js';
import { isDerivative, spotAsEquity } from './spot-as-equity.js';
import { addedUp, type SubBook } from './sub-book.js';

/** Deribit's former portfolio margin and its clones: a parameter set each, a book per underlying. */
export const PM1_MODEL: MarginModel = registered<Pm1Values>({
  id: 'pm1',
  title: 'Deribit’s former portfolio margin and its clones (Coincall, Syndr, Dederi, Bit.com, GRVT, Aevo)',
  parameterSets: PM1_PARAMETER_SETS,
  figureRules: PM1_FIGURE_RULES,
  looksAtHeldLines: false,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  refuses: noCryptoContract,
  restates: spotAsEquity,
  build: (inputs, values) => addedUp(books(inputs, values)),
  heatMapReach: (_underlying, _inputs, values) =>
    values.volatilityUnit === 'points'
      ? null
      : {
          priceRange: values.priceRange,
          volatility: {
            rangeUp: values.volRangeUp,
            rangeDown: values.volRangeDown,
            referenceDays: 30,
            shortTermPower: values.shortTermVegaPower,
            longTermPower: values.longTermVegaPower,
            minDays: values.minDaysToExpiry,
            minVolatility: 0,
          },
        },
});

function books(inputs: ModelInputs, values: Pm1Values): SubBook[] {
  return linesBy(inputs.lines, (line) => (isDerivative(line) ? line.instrument.underlying : null)).map(
    ([underlying, members]) => book(underlying, members, inputs, values),
  );
}

function book(
  underlying: string,
  members: readonly PlacedLine[],
  { view, asOf }: ModelInputs,
  values: Pm1Values,
): SubBook {
  const { lines, places } = contractColumns(members);
  const requirement = pm1({ asOfMs: asOf, indexes: { [underlying]: members[0]!.line.level }, lines }, values);
  return {
    name: underlying,
    underlyings: [underlying],
    requirement,
    scenarios: requirement.scenarios,
    components: requirement.components,
    places,
    money: values.money === 'coin' ? coins(underlying, view) : dollars(view),
  };
}
