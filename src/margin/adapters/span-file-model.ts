import type { SpanCommodity, SpanFile, SpanInterSpread } from '../../domain/index.js';
import type { ValuedInstrument } from '../../scenario/index.js';
import type { MarginRequirement, ModelInputs, ModelProblem } from '../margin-model.js';
import type { MarginModel } from '../model-registry.js';
import { CommodityLines, SpanFileIndex, type SpanValues } from '../span/index.js';
import { linesBy, type PlacedLine } from './by-underlying.js';
import { registered, type VenueModel } from './registered.js';
import { type PlacedCommodity, spanRequirement } from './span-requirement.js';

/** Scenario 13: the price down by the whole scan range, volatility up. */
const DOWN = 12;

/** A file as a rule book needs it again and again. */
interface FileParts {
  readonly index: SpanFileIndex;
  readonly terms: ReadonlyMap<string, SpanCommodity>;
  readonly reaches: ReadonlyMap<string, number>;
}

/**
 * SPAN by a clearing house's file: risk arrays, deltas, prices, terms of commodities and spreads between them are the file's.
 * Of the model's figures only `wholeSpreads`, `sharesOptionValue` and the names of the extremes are used.
 */
export function spanFileModel(own: VenueModel<SpanValues>, file: SpanFile): MarginModel {
  const index = new SpanFileIndex(file);
  const terms = new Map(file.commodities.map((commodity) => [commodity.name, commodity]));
  const reaches = scanReaches(file);
  return registered<SpanValues>({
    ...own,
    refuses: (line, view) => own.refuses(line, view) ?? missing(index, line),
    problems: (inputs) => unknownCurrencies(inputs, index, terms),
    build: (inputs, values) => build(inputs, values, { index, terms, reaches }),
  });
}

function missing(index: SpanFileIndex, { instrument }: ValuedInstrument): string | null {
  const found = index.contractOf(instrument);
  return found.status === 'missing' ? found.reason : null;
}

function commodityOf(index: SpanFileIndex, { instrument }: ValuedInstrument): string | null {
  const found = index.contractOf(instrument);
  return found.status === 'found' ? found.contract.commodity : null;
}

function unknownCurrencies(
  { lines, view }: ModelInputs,
  index: SpanFileIndex,
  terms: ReadonlyMap<string, SpanCommodity>,
): ModelProblem[] {
  const names = new Set(lines.map((line) => commodityOf(index, line)));
  return [...names].flatMap((name) => {
    const currency = name === null ? undefined : terms.get(name)?.currency;
    if (name === null || currency === undefined || view.rates.rateOf(currency) !== null) return [];
    return [
      {
        subject: name,
        problem: `it is margined in ${currency}, and the market does not say what ${currency} is worth`,
      },
    ];
  });
}

function build(inputs: ModelInputs, values: SpanValues, parts: FileParts): MarginRequirement {
  const { index, terms } = parts;
  const placed = linesBy(inputs.lines, (line) => commodityOf(index, line)).map(
    ([name, members]): PlacedCommodity => commodity(terms.get(name)!, members, inputs, parts),
  );
  const names = new Set(placed.map(({ book }) => book.lines.name));
  return spanRequirement(inputs, values, placed, spreadsAmong(index.file.interSpreads, names));
}

/** Spreads that the commodities at hand can form: a house has thousands. */
function spreadsAmong(spreads: readonly SpanInterSpread[], names: ReadonlySet<string>): SpanInterSpread[] {
  return spreads.filter(({ method, legs }) => {
    const present = legs.filter(({ commodity }) => names.has(commodity)).length;
    return method === 'scanning' ? present > 1 : present === legs.length;
  });
}

function commodity(
  terms: SpanCommodity,
  members: readonly PlacedLine[],
  { view }: ModelInputs,
  { index, reaches }: FileParts,
): PlacedCommodity {
  const lines = members.map(({ line, column }) => {
    const found = index.contractOf(line.instrument);
    if (found.status === 'missing') throw new RangeError(`'${line.instrument.name}' ${found.reason}`);
    return { column, name: line.instrument.name, contract: found.contract };
  });
  const months = new Set(lines.map(({ contract }) => contract.month));
  const underlyings = [...new Set(members.map(({ line }) => line.instrument.underlying))];
  const reach = reaches.get(terms.name) ?? 0;
  return {
    book: {
      terms: { ...terms, ...chargesOf(terms, months) },
      lines: new CommodityLines(terms.name, lines),
      rate: view.rates.rateOf(terms.currency)?.rate ?? Number.NaN,
    },
    underlyings,
    reach: new Map(underlyings.map((underlying) => [underlying, reach])),
  };
}

/** The charges that these months can meet. */
function chargesOf(
  { intraSpreads, spotMonths }: SpanCommodity,
  months: ReadonlySet<string>,
): Pick<SpanCommodity, 'intraSpreads' | 'spotMonths'> {
  const met = (from: string, to: string): boolean => [...months].some((month) => month >= from && month <= to);
  return {
    intraSpreads: intraSpreads.filter(({ legs }) => legs.every(({ from, to }) => met(from, to))),
    spotMonths: spotMonths.filter(({ month }) => months.has(month)),
  };
}

/** By name of a commodity, the price scan range as a part of the price, by its first future that has a price. */
function scanReaches({ contracts }: SpanFile): Map<string, number> {
  const reaches = new Map<string, number>();
  for (const { commodity: name, kind, price, valueFactor, losses } of contracts) {
    if (kind === 'future' && price * valueFactor > 0 && !reaches.has(name))
      reaches.set(name, losses[DOWN]! / (price * valueFactor));
  }
  return reaches;
}
