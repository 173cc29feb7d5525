import bybit from './bybit-fees.json' with { type: 'json' };
import deribit from './deribit-fees.json' with { type: 'json' };
import type { FeeSchedule } from './fee-schedule.js';
import okx from './okx-fees.json' with { type: 'json' };

/**
 * The fee schedules that are shipped. Derive's is not among them: it charges takers a fixed amount per order beside a rate,
 * which no price per contract can tell.
 */
export const FEE_SCHEDULES = [deribit, okx, bybit] as readonly FeeSchedule[];

/** The schedule of an id; undefined when there is none. */
export function findFeeSchedule(id: string): FeeSchedule | undefined {
  return FEE_SCHEDULES.find((schedule) => schedule.id === id);
}
