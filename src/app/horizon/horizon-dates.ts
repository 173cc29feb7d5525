import { MS_PER_DAY } from '../../scenario/index.js';

/** Dates at most, today and the horizon's end among them: each is a margin of its own in one program. */
const MOST_DATES = 8;

/** Something that expires. */
export interface Expiring {
  /** Epoch milliseconds. */
  readonly expiry: number;
  /** Money of underlying exposure that is held or on offer. */
  readonly notional: number;
}

/** A date at which margin is looked at. */
export interface HorizonDate {
  /** Days from now. */
  readonly days: number;
  /** The part of the horizon from this date to the next; 0 at its end. */
  readonly weight: number;
}

/** An expiry without a date of its own: what expires then is counted until the date that follows. */
export interface MergedExpiry {
  /** Epoch milliseconds, both. */
  readonly expiry: number;
  readonly until: number;
}

export interface HorizonDates {
  readonly dates: readonly HorizonDate[];
  readonly merged: readonly MergedExpiry[];
}

/**
 * When margin is looked at over a horizon: now, at each expiry before its end (what expires then is gone), and at its end.
 * What is held after an expiry is held until the next, so margin is a step function of time and each date weighs as long as
 * its step. Expiries less than a day before another are counted until that one. Beyond eight dates those go, one by one, whose
 * going misstates least: notional times the days until the next date.
 *
 * @param now epoch milliseconds
 * @param horizonDays 0 gives today alone, with all the weight
 */
export function horizonDates(expiring: readonly Expiring[], now: number, horizonDays: number): HorizonDates {
  if (!(horizonDays > 0)) return { dates: [{ days: 0, weight: 1 }], merged: [] };
  const end = now + horizonDays * MS_PER_DAY;
  const stops = stopsOf(expiring.filter(({ expiry }) => expiry > now && expiry < end));
  const kept = fewest(aDayApart(stops), end);
  const days = [0, ...kept.map(({ expiry }) => (expiry - now) / MS_PER_DAY), horizonDays];
  const expiries = new Set(kept.map(({ expiry }) => expiry));
  return {
    dates: days.map((day, k) => ({ days: day, weight: ((days[k + 1] ?? day) - day) / horizonDays })),
    merged: stops
      .filter(({ expiry }) => !expiries.has(expiry))
      .map(({ expiry }) => ({ expiry, until: kept.find((stop) => stop.expiry > expiry)?.expiry ?? end })),
  };
}

/** One entry an expiry, the first first. */
function stopsOf(expiring: readonly Expiring[]): Expiring[] {
  const notionals = new Map<number, number>();
  for (const { expiry, notional } of expiring) notionals.set(expiry, (notionals.get(expiry) ?? 0) + notional);
  return [...notionals].map(([expiry, notional]) => ({ expiry, notional })).sort((a, b) => a.expiry - b.expiry);
}

/** From the last back, so that those that stay are a day apart at least. */
function aDayApart(stops: readonly Expiring[]): Expiring[] {
  const kept: Expiring[] = [];
  for (const stop of [...stops].reverse()) {
    const next = kept[0];
    if (next !== undefined && next.expiry - stop.expiry < MS_PER_DAY) {
      kept[0] = { expiry: next.expiry, notional: next.notional + stop.notional };
    } else kept.unshift(stop);
  }
  return kept;
}

function fewest(stops: readonly Expiring[], end: number): Expiring[] {
  const kept = [...stops];
  while (kept.length > MOST_DATES - 2) {
    const misstated = kept.map(({ expiry, notional }, k) => notional * ((kept[k + 1]?.expiry ?? end) - expiry));
    const least = misstated.indexOf(Math.min(...misstated));
    const next = kept[least + 1];
    if (next !== undefined) {
      kept[least + 1] = { expiry: next.expiry, notional: next.notional + kept[least]!.notional };
    }
    kept.splice(least, 1);
  }
  return kept;
}
