import type { CurrencyRates, ValuedInstrument } from '../../scenario/index.js';
import type { FeeRate, FeeSchedule } from './fee-schedule.js';

/** Whether an order takes what is on offer or makes the offer. */
export type FeeRole = 'taker' | 'maker';

/**
 * What a schedule charges for one contract traded at a price, in money; null when it says nothing of such contracts.
 *
 * Rate x value of the underlying behind the contract: of an option the coin itself or its level, of a future or spot what is
 * traded, at the price. An option pays at most a part of its price, and a contract at least the minimum. A rebate counts
 * as 0: it must never look like a reason to trade.
 */
export function scheduleFee(
  line: ValuedInstrument,
  price: number,
  schedule: FeeSchedule,
  role: FeeRole,
  rates: CurrencyRates,
): number | null {
  const { type, settlement, currency } = line.instrument;
  const rate = schedule.rates.find(
    (entry) => entry.types.includes(type) && (entry.settlement === null || entry.settlement === settlement),
  );
  if (rate === undefined) return null;
  const least = rate.minimum * (rates.rateOf(currency)?.rate ?? 0);
  return Math.max(0, least, Math.min(rate[role] * underlyingValue(line, price), cap(line, price, rate)));
}

function underlyingValue(
  { instrument: { type, settlement }, notional, moneyPerPrice }: ValuedInstrument,
  price: number,
) {
  if (type === 'option') return notional;
  return settlement === 'inverse' ? moneyPerPrice / price : moneyPerPrice * Math.abs(price);
}

function cap(
  { instrument: { type }, moneyPerPrice }: ValuedInstrument,
  price: number,
  { capOfPrice }: FeeRate,
): number {
  return type === 'option' && capOfPrice !== null ? capOfPrice * price * moneyPerPrice : Infinity;
}
