import type { SpanInterSpread } from '../../domain/index.js';
import type { ParameterSet } from '../parameter-set.js';
import general from '../parameters/span-2026-11-22.json' with { type: 'json' };
import cmeEs from '../parameters/span-cme-es-2019-11-15.json' with { type: 'json' };

/** How a combined commodity is scanned where no file of a clearing house says it. */
export interface SpanRange {
  /** The combined commodity; `*` is every underlying that no other entry has, each on its own. */
  readonly name: string;
  /** Underlyings by name. */
  readonly members: readonly string[];
  /** Price scan range as a part of the price, where `scanPoints` is 0. */
  readonly scanRange: number;
  /** Price scan range in units of the price. */
  readonly scanPoints: number;
  /** Relative move of volatility. */
  readonly volatilityScan: number;
  /** Charges as parts of the price scan range: of a delta spread over two months, left in a delivery month, of a short option. */
  readonly interMonthRate: number;
  readonly deliveryRate: number;
  readonly shortOptionRate: number;
}

/** The figures of `span`. */
export interface SpanValues {
  readonly commodities: readonly SpanRange[];
  /** Between combined commodities, in priority order; deltas are counted in price scan ranges. */
  readonly interSpreads: readonly SpanInterSpread[];
  readonly extremeMultiple: number;
  readonly extremeCover: number;
  /** Days by which contracts are aged in every scenario. */
  readonly lookAheadDays: number;
  /** Days before expiry from which a month is a delivery month. */
  readonly deliveryDays: number;
  /** Initial margin over maintenance margin. */
  readonly initialRatio: number;
  /** 1: fractions of an inter-commodity spread count for nothing. */
  readonly wholeSpreads: number;
  /** 1: option value beyond what a commodity needs serves the others. */
  readonly sharesOptionValue: number;
}

/** The shipped parameter sets of `span`, the general one first. */
export const SPAN_PARAMETER_SETS: readonly ParameterSet<SpanValues>[] = [
  general as ParameterSet<SpanValues>,
  cmeEs as ParameterSet<SpanValues>,
];

/** The entry of an underlying, and the name of its combined commodity. */
export function rangeOf(underlying: string, { commodities }: SpanValues): { name: string; range: SpanRange } {
  const own = commodities.find(({ members }) => members.includes(underlying));
  if (own !== undefined) return { name: own.name, range: own };
  const rest = commodities.find(({ name }) => name === '*');
  if (rest === undefined) throw new RangeError(`no combined commodity takes '${underlying}'`);
  return { name: underlying, range: rest };
}
