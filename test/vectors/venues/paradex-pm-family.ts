import { evaluate } from '../../../src/formula/index.js';
import { PARADEX_PARAMETER_SETS, paradexPm } from '../../../src/margin/paradex-pm/index.js';
import type { VenueLine } from '../../../src/margin/venue-lines/index.js';
import type { JsonFacts } from '../derive/json-facts.js';
import type { Comparison, VectorFamily } from '../vector-case.js';
import { figureOf, runDocuments, type VenueEntry } from './venue-documents.js';

const EXACT = { relative: 1e-12 };
const VALUES = PARADEX_PARAMETER_SETS[0]!.values;

/** Paradex portfolio margin: its scenario table and parameters beside ours, and the example of MinDelta. */
export const paradexPmFamily: VectorFamily = {
  name: 'paradex-pm',
  run: (folder) =>
    runDocuments('paradex-pm', folder, (document) => {
      const entries: VenueEntry[] = [];
      if (document.has('scenarios')) entries.push({ name: 'scenarios', compare: () => compareTable(document) });
      const figures = compareParameters(document);
      if (figures.length > 0) entries.push({ name: 'parameters', compare: () => figures });
      const examples = document.has('example') ? [document.object('example')] : document.list('examples');
      examples.forEach((example, i) => {
        entries.push({ name: `example ${i + 1}`, compare: () => compareExample(example, document) });
      });
      return entries;
    }),
};

/** Row by row, in the order of the page; and that there are as many. */
function compareTable(document: JsonFacts): Comparison[] {
  const theirs = document.list('scenarios', 'required');
  const count = { field: 'scenarios', ours: VALUES.scenarios.length, theirs: theirs.length, tolerance: 0 };
  return [
    count,
    ...theirs.flatMap((scenario, row) =>
      (['spotShock', 'volShock', 'weight'] as const).flatMap((key) =>
        figureOf(scenario, key, () => VALUES.scenarios[row]?.[key] ?? Number.NaN, EXACT).map((comparison) => ({
          ...comparison,
          field: `scenario ${row + 1} ${key}`,
        })),
      ),
    ),
  ];
}

function compareParameters(document: JsonFacts): Comparison[] {
  const powers = document.has('vegaPower') ? document.object('vegaPower') : null;
  const minimum = document.has('minDelta') ? document.object('minDelta') : null;
  return [
    ...(powers === null ? [] : figureOf(powers, 'below30d', () => VALUES.shortTermVegaPower, EXACT)),
    ...(powers === null ? [] : figureOf(powers, 'from30d', () => VALUES.longTermVegaPower, EXACT)),
    ...(minimum === null ? [] : figureOf(minimum, 'net', () => VALUES.netDeltaRate, EXACT)),
    ...(minimum === null ? [] : figureOf(minimum, 'hedged', () => VALUES.hedgedDeltaRate, EXACT)),
    ...figureOf(document, 'mmrFraction', () => VALUES.maintenanceFactor, EXACT),
  ];
}

/** A position of the example: contracts, and the delta of one. */
interface Leg {
  readonly quantity: number;
  readonly delta: number;
}

function compareExample(example: JsonFacts, document: JsonFacts): Comparison[] {
  const legs = legsOf(example);
  const spot = example.has('spot') ? example.number('spot') : spotOf(example.text('portfolio'));
  // MinDelta reads deltas alone, so a contract of that many units stands for an option of that delta.
  const lines = legs.map((leg, i): VenueLine => lineOfDelta(`leg ${i + 1}`, leg.delta, spot));
  const { components } = paradexPm({ asOfMs: 0, spots: { BTC: spot }, lines }, valuesOf(document));
  const quantities = Float64Array.from(legs, ({ quantity }) => quantity);
  const amount = (name: string): number => evaluate(components[`BTC ${name}`]!, quantities);
  const hedged = (): number => (amount('gross delta') - Math.abs(amount('net delta'))) / 2;
  return [
    ...figureOf(example, 'netDelta', () => amount('net delta'), EXACT),
    ...figureOf(example, 'grossDelta', () => amount('gross delta'), EXACT),
    ...figureOf(example, 'hedgedDelta', hedged, EXACT),
    ...['minDeltaRequirementUSD_computed', 'minDeltaRequirementUSD', 'minDeltaRequirement'].flatMap((key) =>
      figureOf(example, key, () => amount('MinDelta'), EXACT),
    ),
  ];
}

function lineOfDelta(name: string, delta: number, price: number): VenueLine {
  return {
    name,
    kind: 'perpetual',
    underlying: 'BTC',
    settlement: 'linear',
    unitsPerContract: delta,
    price,
    expiryMs: null,
    option: null,
  };
}

/** The document's own rates, where it has them. */
function valuesOf(document: JsonFacts): typeof VALUES {
  if (!document.has('minDelta')) return VALUES;
  const minimum = document.object('minDelta');
  return {
    ...VALUES,
    netDeltaRate: minimum.number('net', VALUES.netDeltaRate),
    hedgedDeltaRate: minimum.number('hedged', VALUES.hedgedDeltaRate),
  };
}

/** A list of positions, or the sentence `long 1 BTC perp (delta 1), short 5 BTC 70k calls (delta 0.3 each), ...`. */
function legsOf(example: JsonFacts): readonly Leg[] {
  if (example.has('positions')) {
    return example
      .list('positions', 'required')
      .map((leg) => ({ quantity: leg.number('quantity'), delta: leg.number('delta') }));
  }
  const found = [...example.text('portfolio').matchAll(/(long|short)\s+([\d.]+)[^()]*\(delta\s+(-?[\d.]+)/gi)];
  if (found.length === 0) throw new RangeError(`${example.path}.portfolio names no position with its delta`);
  return found.map(([, side = '', quantity, delta]) => ({
    quantity: (side.toLowerCase() === 'long' ? 1 : -1) * Number(quantity),
    delta: Number(delta),
  }));
}

function spotOf(portfolio: string): number {
  const spot = /spot\s+([\d.]+)/i.exec(portfolio)?.[1];
  if (spot === undefined) throw new RangeError('the portfolio tells no spot price');
  return Number(spot);
}
