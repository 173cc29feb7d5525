import type { SpanCommodity, SpanContract } from '../../domain/index.js';
import {
  ageLine,
  lineGreeks,
  type MarketView,
  revalue,
  type Scenario,
  STILL_VOLATILITY,
  type ValuedInstrument,
  type VolatilityShock,
} from '../../scenario/index.js';
import { FIRST_MONTH, LAST_MONTH } from './month-deltas.js';
import { SCENARIOS, spanScenarios } from './scan-scenarios.js';
import type { SpanRange, SpanValues } from './span-values.js';

/** A line less than this from expiry is not aged past it: it is settled at what it is then worth. */
const LEAST_DAYS = 1e-6;

/**
 * Risk arrays by margo's own pricing: today's model value less that after the look-ahead in each scenario, per long contract.
 * The delta is today's (a file's is weighted over scenarios), scaled to price scan ranges of money, so that contracts of any
 * size and commodities of any price offset one for one.
 *
 * @param lines of one combined commodity, in the reporting currency
 */
export function ownContracts(
  name: string,
  range: SpanRange,
  lines: readonly ValuedInstrument[],
  view: MarketView,
  values: SpanValues,
): SpanContract[] {
  const aged = lines.map((line) => ageLine(line, Math.min(values.lookAheadDays, line.days - LEAST_DAYS)));
  const covers = spanScenarios(values.extremeMultiple, values.extremeCover).map(({ cover }) => cover);
  const profits = scenarioProfits(aged, range, values);
  return lines.map((line, k): SpanContract => {
    const { instrument } = line;
    const isOption = instrument.type === 'option';
    const decay = isOption ? line.modelValue - aged[k]!.modelValue : 0;
    const losses = Float64Array.from(profits, (profit, j) => covers[j]! * (decay - profit[k]!));
    return {
      commodity: name,
      product: instrument.underlying,
      kind: isOption ? 'option' : 'future',
      month: deliveryMonth(line, view),
      expiry: monthOf(instrument.expiry),
      strike: instrument.strike,
      right: instrument.right,
      losses,
      delta: line.notional === 0 ? 0 : lineGreeks(line).deltaCash / line.notional,
      deltaScale: line.notional * scanFraction(line, range),
      price: line.markValue,
      valueFactor: 1,
      premiumPaid: true,
    };
  });
}

/** The terms of a combined commodity by the figures: amounts are parts of a price scan range, in which its deltas are counted. */
export function ownCommodity(
  name: string,
  range: SpanRange,
  lines: readonly ValuedInstrument[],
  values: SpanValues,
  currency: string,
): SpanCommodity {
  const near = lines.filter(({ days, instrument }) => instrument.type === 'future' && days <= values.deliveryDays);
  return {
    name,
    currency,
    intraSpreads: [
      {
        name: 'all months',
        legs: [
          { from: FIRST_MONTH, to: LAST_MONTH, ratio: 1, side: 'A' },
          { from: FIRST_MONTH, to: LAST_MONTH, ratio: 1, side: 'B' },
        ],
        method: 'flat',
        rate: range.interMonthRate,
      },
    ],
    spotMonths: [...new Set(near.map(({ instrument }) => monthOf(instrument.expiry)))].map((month) => ({
      month,
      outrightRate: range.deliveryRate,
      spreadRate: range.deliveryRate,
    })),
    shortOptionRate: range.shortOptionRate,
    shortOptionMethod: 'gross',
    initialRatio: values.initialRatio,
  };
}

/** The price scan range as a part of the level. */
export function scanFraction({ level }: ValuedInstrument, { scanRange, scanPoints }: SpanRange): number {
  return scanPoints > 0 ? scanPoints / level : scanRange;
}

/** Profit of each line in each scenario, all of it. */
function scenarioProfits(lines: readonly ValuedInstrument[], range: SpanRange, values: SpanValues): Float64Array[] {
  const underlyings = [...new Set(lines.map(({ instrument }) => instrument.underlying))];
  const reach = underlyings.map((one) =>
    scanFraction(lines.find(({ instrument }) => instrument.underlying === one)!, range),
  );
  const scenarios = spanScenarios(values.extremeMultiple, values.extremeCover);
  const set = {
    underlyings,
    blocks: [underlyings],
    scenarios: scenarios.map(({ name, price, volatility }): Scenario => {
      const moves = Float64Array.from(reach, (fraction) => price * fraction);
      return { name, block: 0, moves, volatility, weight: 1 };
    }),
  };
  const shock: VolatilityShock = {
    ...STILL_VOLATILITY,
    rangeUp: range.volatilityScan,
    rangeDown: Math.min(range.volatilityScan, 0.99),
  };
  const payoff = revalue(lines, set, shock);
  return Array.from({ length: SCENARIOS }, (_, j) => payoff.scenario(j));
}

/** The month of the future that an option delivers: the first of its underlying that does not expire before it, else its own. */
function deliveryMonth({ instrument }: ValuedInstrument, view: MarketView): string {
  if (instrument.type !== 'option') return monthOf(instrument.expiry);
  let month: number | null = null;
  for (const { instrument: other } of view.market.quotes.values()) {
    if (other.type !== 'future' || other.underlying !== instrument.underlying || other.expiry === null) continue;
    if (other.expiry >= instrument.expiry! && (month === null || other.expiry < month)) month = other.expiry;
  }
  return monthOf(month ?? instrument.expiry);
}

function monthOf(expiry: number | null): string {
  return new Date(expiry ?? 0).toISOString().slice(0, 7).replace('-', '');
}
