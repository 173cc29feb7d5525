/** One way of writing a calendar day inside a name. */
export interface DateForm {
  /** Regular-expression source that a day in this form matches, without groups. */
  readonly pattern: string;
  /** Expiry in epoch milliseconds at 08:00 UTC, or null when there is no such day. */
  read(text: string): number | null;
  /** The day in this form, or null when the moment is not 08:00 UTC of a day the form can write. */
  write(expiry: number): string | null;
}

/** Year, month (1..12) and day of the month. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Deribit, OKX, Bybit, Binance and Derive all settle at this hour (each venue's contract specification). */
export const SETTLEMENT_HOUR_UTC = 8;

const MS_PER_HOUR = 3_600_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const QUARTER_CODES = 'HMUZ';
const FRIDAY = 5;

/** `27JUN26`, `3JUL26`. A day written `03` is read, and written back as `3`. */
export const DAY_MONTH_YEAR: DateForm = {
  pattern: `\\d{1,2}(?:${MONTHS.join('|')})\\d{2}`,
  read(text) {
    const month = MONTHS.indexOf(text.slice(-5, -2)) + 1;
    return settlementOf({ year: 2000 + Number(text.slice(-2)), month, day: Number(text.slice(0, -5)) });
  },
  write(expiry) {
    const day = dayOfSettlement(expiry);
    return day === null ? null : `${day.day}${MONTHS[day.month - 1]}${twoDigits(day.year - 2000)}`;
  },
};

/** `260627`. */
export const YYMMDD: DateForm = {
  pattern: '\\d{6}',
  read: (text) => {
    const day = readYymmdd(text);
    return day === null ? null : settlementOf(day);
  },
  write: (expiry) => {
    const day = dayOfSettlement(expiry);
    return day === null ? null : writeYymmdd(day);
  },
};

/** `20260627`. */
export const YYYYMMDD: DateForm = {
  pattern: '20\\d{6}',
  read: (text) => YYMMDD.read(text.slice(2)),
  write(expiry) {
    const short = YYMMDD.write(expiry);
    return short === null ? null : `20${short}`;
  },
};

/** `M26`: March, June, September or December by its futures code, and the year; expiry is the month's last Friday. */
export const QUARTER_CODE: DateForm = {
  pattern: `[${QUARTER_CODES}]\\d{2}`,
  read(text) {
    const month = 3 * (QUARTER_CODES.indexOf(text.charAt(0)) + 1);
    return settlementOf(lastFriday(2000 + Number(text.slice(1)), month));
  },
  write(expiry) {
    const day = dayOfSettlement(expiry);
    if (day === null || day.month % 3 !== 0 || day.day !== lastFriday(day.year, day.month).day) return null;
    return `${QUARTER_CODES.charAt(day.month / 3 - 1)}${twoDigits(day.year - 2000)}`;
  },
};

/** `260627` as a day, years 2000 to 2099; null when there is no such day. */
export function readYymmdd(text: string): CalendarDay | null {
  const day = { year: 2000 + Number(text.slice(0, 2)), month: Number(text.slice(2, 4)), day: Number(text.slice(4, 6)) };
  return exists(day) ? day : null;
}

/** A day of the years 2000 to 2099 as `260627`. */
export function writeYymmdd(day: CalendarDay): string {
  return `${twoDigits(day.year - 2000)}${twoDigits(day.month)}${twoDigits(day.day)}`;
}

function settlementOf(day: CalendarDay): number | null {
  return exists(day) ? Date.UTC(day.year, day.month - 1, day.day, SETTLEMENT_HOUR_UTC) : null;
}

function dayOfSettlement(expiry: number): CalendarDay | null {
  const date = new Date(expiry);
  const year = date.getUTCFullYear();
  const startOfDay = Date.UTC(year, date.getUTCMonth(), date.getUTCDate());
  if (!(year >= 2000 && year <= 2099) || expiry - startOfDay !== SETTLEMENT_HOUR_UTC * MS_PER_HOUR) return null;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Date.UTC rolls 31 February over into March, so a day exists when it survives the round trip. */
function exists({ year, month, day }: CalendarDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function lastFriday(year: number, month: number): CalendarDay {
  const last = new Date(Date.UTC(year, month, 0));
  return { year, month, day: last.getUTCDate() - ((last.getUTCDay() - FRIDAY + 7) % 7) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
