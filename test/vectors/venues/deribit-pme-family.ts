import { evaluate, evaluateSingle } from '../../../src/formula/index.js';
import {
  deribitPme,
  PME_PARAMETER_SETS,
  type PmeInputs,
  type PmeScenario,
  type PmeValues,
  pmeFigures,
  pmeScenarios,
} from '../../../src/margin/deribit-pme/index.js';
import type { VenueLine, VenueOption } from '../../../src/margin/venue-lines/index.js';
import type { VenueRequirement } from '../../../src/margin/venue-requirement.js';
import type { JsonFacts } from '../derive/json-facts.js';
import type { Comparison, VectorFamily } from '../vector-case.js';
import { allowed, figureOf, runDocuments, type Tolerance } from './venue-documents.js';

/** Half a unit of the ninth decimal, to which the venue prints. */
const NINE_DECIMALS: Tolerance = { absolute: 5e-10 };

/** Deribit PME: responses of `private/pme/simulate` with every risk vector. */
export const deribitPmeFamily: VectorFamily = {
  name: 'deribit-pme',
  run: (folder) =>
    runDocuments('deribit-pme', folder, (document) => {
      const vectors = document.has('vectors') ? document.list('vectors', 'required') : [document];
      return vectors.map((vector, i) => ({
        name: vector.has('id') ? vector.text('id') : `vector ${i + 1}`,
        compare: () => compare(vector, document),
      }));
    }),
};

function compare(vector: JsonFacts, document: JsonFacts): Comparison[] {
  const positions = vector.list('positions', 'required');
  const lines = positions.map(lineOf);
  const quantities = Float64Array.from(positions, (position) => position.number('sizeBase'));
  const values = valuesOf(vector, document, lines[0]?.underlying ?? '');
  const requirement = deribitPme(inputsOf(vector, lines), values);
  const expected = vector.object('expected');
  const figures = pmeFigures(requirement, values, quantities);
  return [
    ...instrumentVectors(expected, requirement, values, lines, quantities),
    ...aggregatedVectors(expected, requirement, values, quantities),
    ...Object.entries(figures).flatMap(([key, amount]) => figureOf(expected, key, () => amount, NINE_DECIMALS)),
  ];
}

/** One contract is one unit of the base currency, so that a quantity is the size the venue reports. */
function lineOf(position: JsonFacts): VenueLine {
  const name = position.text('instrument');
  const [underlying = '', , strike, right] = name.split('-');
  const option = strike === undefined ? null : optionOf(position, strike, right);
  const expiryMs = position.has('expiryMs') ? position.number('expiryMs') : null;
  return {
    name,
    kind: option !== null ? 'option' : expiryMs === null ? 'perpetual' : 'future',
    underlying,
    settlement: position.flag('inverse', true) ? 'inverse' : 'linear',
    unitsPerContract: 1,
    price: option === null ? position.number('mark') : position.number('forward'),
    expiryMs,
    option,
  };
}

function optionOf(position: JsonFacts, strike: string, right: string | undefined): VenueOption {
  return {
    right: right === 'P' ? 'P' : 'C',
    strike: Number(strike),
    volatility: position.number('iv'),
    ...(position.has('mark') ? { markPrice: position.number('mark') } : {}),
  };
}

function inputsOf(vector: JsonFacts, lines: readonly VenueLine[]): PmeInputs {
  const others = vector.has('other') ? vector.object('other') : null;
  const index = vector.number('index');
  return {
    asOfMs: vector.number('timestampMs'),
    money: lines.every(({ settlement }) => settlement === 'linear') ? 'quote' : 'coin',
    pairs: [...new Set(lines.map(({ underlying }) => underlying))].map((underlying) => ({ underlying, index })),
    lines,
    otherMargins: {
      spot: others?.number('spotMargin', 0) ?? 0,
      mmp: others?.number('mmpMargin', 0) ?? 0,
      openOrders: others?.number('openOrdersMargin', 0) ?? 0,
    },
  };
}

/** The vector's parameters; what it leaves out is that of the shipped BTC set. */
function valuesOf(vector: JsonFacts, document: JsonFacts, underlying: string): PmeValues {
  const params = vector.object('params');
  const byDefault = PME_PARAMETER_SETS.find(({ id }) => id.includes('btc'))!.values;
  const numbers = Object.entries(byDefault).flatMap(([key, value]) =>
    typeof value === 'number' && key !== 'extendedDampenerUsd' ? [[key, params.number(key, value)] as const] : [],
  );
  const moves = [params, vector, document].find((facts) => facts.has('extendedMoves'));
  return {
    ...byDefault,
    ...Object.fromEntries(numbers),
    extendedMoves: moves?.numbers('extendedMoves') ?? byDefault.extendedMoves,
    extendedDampenerUsd: dampenerOf(params, underlying.toLowerCase(), byDefault.extendedDampenerUsd),
  };
}

/** One figure, or one per currency, of which the book's own is taken. */
function dampenerOf(params: JsonFacts, currency: string, byDefault: number): number {
  try {
    return params.object('extendedDampenerUsd').number(currency, byDefault);
  } catch {
    return params.number('extendedDampenerUsd', byDefault);
  }
}

function instrumentVectors(
  expected: JsonFacts,
  requirement: VenueRequirement,
  values: PmeValues,
  lines: readonly VenueLine[],
  quantities: Float64Array,
): Comparison[] {
  if (!expected.has('initialRiskVectors')) return [];
  const byName = expected.object('initialRiskVectors');
  return lines.flatMap(({ name }, column) => {
    if (!byName.has(name)) return [];
    const profit = (scenario: PmeScenario): number =>
      -evaluateSingle(requirement.components[`raw ${scenario.name}`]!, column, quantities[column]!);
    return [
      ...vectorOf(byName.object(name), 'standardPerBucket', 'standard', values, profit, name),
      ...vectorOf(byName.object(name), 'standard', 'standard', values, profit, name),
      ...vectorOf(byName.object(name), 'extended', 'extended', values, profit, name),
    ];
  });
}

function aggregatedVectors(
  expected: JsonFacts,
  requirement: VenueRequirement,
  values: PmeValues,
  quantities: Float64Array,
): Comparison[] {
  const profitOf = (stage: 'raw' | 'aggregated') => (scenario: PmeScenario) =>
    -evaluate(requirement.components[`${stage} ${scenario.name}`]!, quantities);
  return [
    ...vectorOf(expected, 'aggregatedStandardPerBucket', 'standard', values, profitOf('aggregated')),
    ...vectorOf(expected, 'aggregatedStandard', 'standard', values, profitOf('aggregated')),
    ...vectorOf(expected, 'aggregatedExtended', 'extended', values, profitOf('aggregated')),
    ...vectorOf(expected, 'preAggregatedStandardPerBucket', 'standard', values, profitOf('raw')),
    ...vectorOf(expected, 'preAggregatedStandard', 'standard', values, profitOf('raw')),
    ...vectorOf(expected, 'preAggregatedExtended', 'extended', values, profitOf('raw')),
  ];
}

/** An array with one value per price bucket (volatility unchanged), or with all three per bucket. */
function vectorOf(
  facts: JsonFacts,
  key: string,
  table: PmeScenario['table'],
  values: PmeValues,
  profit: (scenario: PmeScenario) => number,
  prefix = '',
): Comparison[] {
  if (!facts.has(key)) return [];
  const theirs = facts.numbers(key);
  const all = pmeScenarios(values).filter((scenario) => scenario.table === table);
  const chosen = theirs.length === all.length ? all : all.filter(({ volatility }) => volatility === 'none');
  if (chosen.length !== theirs.length) {
    throw new RangeError(`${facts.path}.${key} has ${theirs.length} entries where the table has ${all.length}`);
  }
  return chosen.map((scenario, k) => ({
    field: `${prefix} ${key}[${k}] ${scenario.name}`.trim(),
    ours: profit(scenario),
    theirs: theirs[k]!,
    tolerance: allowed(theirs[k]!, NINE_DECIMALS),
  }));
}
