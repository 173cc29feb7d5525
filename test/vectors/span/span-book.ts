import type { SpanCommodity, SpanContract, SpanInterSpread } from '../../../src/domain/index.js';
import { evaluate } from '../../../src/formula/index.js';
import { CommodityLines, SCENARIOS, span, spanScenarios } from '../../../src/margin/span/index.js';

const SCENARIO_NAMES = spanScenarios(2, 0.35).map(({ name }) => name);

/** A contract of a SPAN book, as far as it differs from a future of one delta that loses nothing. */
export interface BookLine extends Partial<SpanContract> {
  readonly commodity: string;
  readonly quantity: number;
}

export interface BookTerms {
  /** By name of the commodity, where they are not nothing. */
  readonly commodities?: Readonly<Record<string, Partial<SpanCommodity>>>;
  readonly interSpreads?: readonly SpanInterSpread[];
  readonly wholeSpreads?: boolean;
  readonly sharesOptionValue?: boolean;
}

/** The commodities of a book as SPAN takes them, and the quantities of its lines. */
export function spanInputs(lines: readonly BookLine[], terms: BookTerms = {}) {
  const names = [...new Set(lines.map(({ commodity }) => commodity))].sort();
  const placed = lines.map((line, column) => ({ column, name: `line ${column}`, contract: contractOf(line) }));
  return {
    books: names.map((name) => ({
      terms: { ...NO_CHARGES, name, ...terms.commodities?.[name] },
      lines: new CommodityLines(
        name,
        placed.filter(({ contract }) => contract.commodity === name),
      ),
      rate: 1,
    })),
    interSpreads: terms.interSpreads ?? [],
    wholeSpreads: terms.wholeSpreads ?? false,
    sharesOptionValue: terms.sharesOptionValue ?? false,
    scenarioNames: SCENARIO_NAMES,
    book: Float64Array.from(lines, ({ quantity }) => quantity),
  };
}

/** The maintenance requirement of a book, and its steps by name. */
export function spanOf(lines: readonly BookLine[], terms: BookTerms = {}) {
  const inputs = spanInputs(lines, terms);
  const { initial, maintenance, components } = span(inputs);
  return {
    initial: evaluate(initial, inputs.book),
    maintenance: evaluate(maintenance, inputs.book),
    called: evaluate(components['requirement after option value']!, inputs.book),
    step: (name: string): number => evaluate(components[name]!, inputs.book),
  };
}

/** The risk array of a future: the scan range times each scenario's price move, extremes as covered. */
export function futureLosses(scanRange: number, extreme = 0.7): Float64Array {
  return Float64Array.from(spanScenarios(2, extreme / 2), ({ price, cover }) => 0 - scanRange * price * cover);
}

const NO_CHARGES: SpanCommodity = {
  name: '',
  currency: 'USD',
  intraSpreads: [],
  spotMonths: [],
  shortOptionRate: 0,
  shortOptionMethod: 'gross',
  initialRatio: 1,
};

function contractOf({ quantity: _, ...line }: BookLine): SpanContract {
  return {
    product: line.commodity,
    kind: 'future',
    month: '202603',
    expiry: '202603',
    strike: null,
    right: null,
    losses: new Float64Array(SCENARIOS),
    delta: 1,
    deltaScale: 1,
    price: 0,
    valueFactor: 1,
    premiumPaid: line.kind === 'option',
    ...line,
  };
}
