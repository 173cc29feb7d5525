import { deribitPme, PME_FIGURE_RULES, PME_TABLE_SETS, type PmeTables, pmeValuesOf } from '../deribit-pme/index.js';
import type { ModelInputs } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { linesBy, type PlacedLine } from './by-underlying.js';
import { contractColumns } from './contract-columns.js';
import { noCryptoContract } from './crypto-line.js';
import { coins, dollars } from './dollars.js';
import { registered } from './registered.js';
import { isDerivative, spotAsEquity } from './spot-as-equity.js';
import { addedUp, type SubBook } from './sub-book.js';

const USDC_BOOK = 'USDC book';

/** Deribit's segregated portfolio margin: a book per coin for coin-settled contracts, and one for all linear ones. */
export const DERIBIT_PME_MODEL: MarginModel = registered<PmeTables>({
  id: 'deribit-pme',
  title: 'Deribit portfolio margin (S:PM): standard and extended scenarios, roll shock, delta shock',
  parameterSets: PME_TABLE_SETS,
  figureRules: PME_FIGURE_RULES,
  looksAtHeldLines: false,
  longOnly: ({ instrument }) => instrument.type === 'spot',
  refuses: noCryptoContract,
  restates: spotAsEquity,
  build: (inputs, values) => addedUp(settlementBooks(inputs, values)),
  heatMapReach: (underlying, _inputs, values) => {
    const own = pmeValuesOf(underlying, values);
    return {
      priceRange: own.priceRange,
      volatility: {
        rangeUp: own.volRangeUp,
        rangeDown: own.volRangeDown,
        referenceDays: 30,
        shortTermPower: own.shortTermVegaPower,
        longTermPower: own.longTermVegaPower,
        minDays: own.minDaysToExpiry,
        minVolatility: own.minVolForShockUp,
      },
    };
  },
});

function settlementBooks(inputs: ModelInputs, values: PmeTables): SubBook[] {
  const books = linesBy(inputs.lines, (line) => {
    if (!isDerivative(line)) return null;
    return line.instrument.settlement === 'inverse' ? line.instrument.underlying : USDC_BOOK;
  });
  return books.map(([name, members]) => settlementBook(name, members, inputs, values));
}

function settlementBook(
  name: string,
  members: readonly PlacedLine[],
  { view, asOf }: ModelInputs,
  values: PmeTables,
): SubBook {
  const levels = new Map(members.map(({ line }) => [line.instrument.underlying, line.level]));
  const isCoin = name !== USDC_BOOK;
  const pairs = [...levels].map(([underlying, index]) => ({
    underlying,
    index,
    values: pmeValuesOf(underlying, values),
  }));
  const isNamed = [...levels.keys()].every((underlying) => Object.hasOwn(values.priceRange, underlying));
  const { lines, places } = contractColumns(members);
  const requirement = deribitPme({ asOfMs: asOf, money: isCoin ? 'coin' : 'quote', pairs, lines }, pairs[0]!.values);
  return {
    name: isCoin ? `${name} book` : name,
    underlyings: [...levels.keys()],
    // Figures of a coin that the set does not name are those of another.
    requirement: isNamed ? requirement : { ...requirement, confidence: 'model' },
    scenarios: requirement.scenarios,
    components: requirement.components,
    places,
    money: isCoin ? coins(name, view) : dollars(view),
  };
}
