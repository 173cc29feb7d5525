import type { CalendarDay } from './expiry-date.js';

const CLOSE_HOUR = 16;
const STANDARD_OFFSET_HOURS = 5;
const DAYLIGHT_OFFSET_HOURS = 4;

/**
 * Four in the afternoon of New York on a day of the years 2000 to 2099, in epoch milliseconds: 20:00 UTC under daylight
 * saving time, 21:00 UTC otherwise. The clocks change at two in the morning, so a whole day has the offset of its close.
 *
 * SOURCE: Energy Policy Act of 2005 (from 2007: second Sunday of March to first Sunday of November), before it the
 * Uniform Time Act as amended in 1986 (first Sunday of April to last Sunday of October).
 */
export function newYorkClose({ year, month, day }: CalendarDay): number {
  const midnight = Date.UTC(year, month - 1, day);
  const [start, end] =
    year >= 2007
      ? [sundayOnOrAfter(year, 3, 8), sundayOnOrAfter(year, 11, 1)]
      : [sundayOnOrAfter(year, 4, 1), sundayOnOrAfter(year, 10, 25)];
  const offset = midnight >= start && midnight < end ? DAYLIGHT_OFFSET_HOURS : STANDARD_OFFSET_HOURS;
  return Date.UTC(year, month - 1, day, CLOSE_HOUR + offset);
}

/** Midnight UTC of the first Sunday on or after a day. */
function sundayOnOrAfter(year: number, month: number, day: number): number {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return Date.UTC(year, month - 1, day + ((7 - weekday) % 7));
}
