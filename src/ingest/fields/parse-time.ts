/** A moment read from a text: epoch milliseconds, and whether only a date was given (then midnight UTC). */
export interface ParsedTime {
  readonly epochMs: number;
  readonly dateOnly: boolean;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Reads an ISO 8601 date or time; without a zone it is UTC. Null for anything else, days that do not exist included. */
export function parseTime(text: string): ParsedTime | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute = '0', second = '0', fraction = '0', zone = 'Z'] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const written = `${year}-${month}-${day}`;
  if (new Date(midnight).toISOString().slice(0, 10) !== written) return null;
  if (hour === undefined) return { epochMs: midnight, dateOnly: true };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offset = zoneMinutes(zone);
  if (offset === null) return null;
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  const epochMs = midnight + minutes * 60_000 + Number(second) * 1000 + Math.floor(Number(fraction) * 1000);
  return { epochMs, dateOnly: false };
}

function zoneMinutes(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
