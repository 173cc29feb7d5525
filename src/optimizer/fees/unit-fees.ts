import type { CurrencyRates, ValuedInstrument } from '../../scenario/index.js';
import { feeMoney } from '../unit-cost.js';
import type { FeeSchedule } from './fee-schedule.js';
import { type FeeRole, scheduleFee } from './schedule-fee.js';

/** The fee of one contract traded at a price, in money, never negative. */
export type UnitFees = (line: ValuedInstrument, price: number) => number;

/**
 * The fees of a run: a schedule's where one is given and knows the kind of contract, else the market row's, else none.
 */
export function unitFees(rates: CurrencyRates, schedule: FeeSchedule | null = null, role: FeeRole = 'taker'): UnitFees {
  if (schedule === null) return (line) => feeMoney(line, rates);
  return (line, price) => scheduleFee(line, price, schedule, role, rates) ?? feeMoney(line, rates);
}
