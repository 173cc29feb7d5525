import type { Crif, CrifScheduleRow, ScheduleProductClass } from '../../domain/index.js';
import { isSelected, type SimmSelection } from './net-sensitivities.js';

/** Rates on notional by years to the end of the trade: up to 2, up to 5, beyond. */
const RATES: Readonly<Record<ScheduleProductClass, readonly [number, number, number]>> = {
  Rates: [0.01, 0.02, 0.04],
  Credit: [0.02, 0.05, 0.1],
  FX: [0.06, 0.06, 0.06],
  Equity: [0.15, 0.15, 0.15],
  Commodity: [0.15, 0.15, 0.15],
  Other: [0.15, 0.15, 0.15],
};

const FIXED_PART = 0.4;
const NETTED_PART = 0.6;

/** The margin of the schedule and what it is made of, in USD. */
export interface ScheduleMargin {
  /** (0.4 + 0.6 NGR) x gross. */
  readonly margin: number;
  /** Sum of rate x |notional| over trades. */
  readonly gross: number;
  readonly grossByProductClass: ReadonlyMap<ScheduleProductClass, number>;
  /** Sum of max(value, 0) over trades. */
  readonly grossReplacementCost: number;
  /** max(sum of values, 0). */
  readonly netReplacementCost: number;
  /** NGR, net by gross replacement cost; 0 where there is no gross. */
  readonly netToGross: number;
}

/**
 * The regulators' schedule: a per cent of each trade's notional, relieved by netting. Rows of one trade and product class
 * are one trade; on the post side values change their sign.
 *
 * SOURCE: BCBS 261 / 317, "Margin requirements for non-centrally cleared derivatives", appendix A. Of no replacement cost
 * at all the ratio is taken as 0, as Open Source Risk Engine does.
 */
export function scheduleMargin(crif: Crif, selection: SimmSelection, asOfMs: number): ScheduleMargin {
  const trades = [...tradesOf(crif, selection).values()];
  const grossByProductClass = new Map<ScheduleProductClass, number>();
  for (const { productClass, notional, endMs } of trades) {
    const charge = RATES[productClass][maturity(asOfMs, endMs)] * Math.abs(notional);
    grossByProductClass.set(productClass, (grossByProductClass.get(productClass) ?? 0) + charge);
  }
  const sign = selection.side === 'call' ? 1 : -1;
  const values = trades.map(({ value }) => sign * value);
  const gross = [...grossByProductClass.values()].reduce(plus, 0);
  const grossReplacementCost = values.map((value) => Math.max(0, value)).reduce(plus, 0);
  const netReplacementCost = Math.max(0, values.reduce(plus, 0));
  const netToGross = grossReplacementCost === 0 ? 0 : netReplacementCost / grossReplacementCost;
  const margin = (FIXED_PART + NETTED_PART * netToGross) * gross;
  return { margin, gross, grossByProductClass, grossReplacementCost, netReplacementCost, netToGross };
}

interface ScheduleTrade {
  readonly productClass: ScheduleProductClass;
  value: number;
  notional: number;
  endMs: number;
}

function tradesOf({ schedule, sources }: Crif, selection: SimmSelection): Map<string, ScheduleTrade> {
  const trades = new Map<string, ScheduleTrade>();
  for (const [row, { kind, productClass, amountUsd, endMs, source }] of schedule.entries()) {
    const owner = sources[source]!;
    if (!isSelected(owner, selection)) continue;
    const key = owner.trade === '' ? `row ${row}` : `${productClass} ${owner.portfolio} ${owner.trade}`;
    const trade = trades.get(key) ?? { productClass, value: 0, notional: 0, endMs };
    if (kind === 'value') trade.value += amountUsd;
    else trade.notional += amountUsd;
    trade.endMs = Math.max(trade.endMs, endMs);
    trades.set(key, trade);
  }
  return trades;
}

/** 0 for up to two years, 1 for up to five, 2 beyond: by calendar date, the anniversary included. */
function maturity(asOfMs: number, endMs: CrifScheduleRow['endMs']): 0 | 1 | 2 {
  if (endMs <= yearsLater(asOfMs, 2)) return 0;
  return endMs <= yearsLater(asOfMs, 5) ? 1 : 2;
}

function yearsLater(fromMs: number, years: number): number {
  const date = new Date(fromMs);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

const plus = (a: number, b: number): number => a + b;
