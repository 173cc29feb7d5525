import type { Flag } from '../flag.js';
import { parseInstant } from './parse-instant.js';
import { parseTolerance } from './parse-tolerance.js';

/** A value of the flag's type, or what would have been one. */
export type CheckedValue = { readonly value: unknown } | { readonly expected: string };

const TOLERANCE_EXPECTED = 'an amount such as 0.01, or a part of the reported figure such as 0.01%';
const DECIMAL = /^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Turns what a source gave (text, or a JSON value from a file) into a value of the flag's type. Numbers may be written `250_000` and
 * `2.5e6`; nothing else is coerced.
 */
export function checkValue(flag: Flag, raw: unknown): CheckedValue {
  if (flag.repeatable !== true) return checkOne(flag, raw);
  const items = Array.isArray(raw) ? raw : [raw];
  const checked = items.map((item) => checkOne(flag, item));
  const bad = checked.find((item) => 'expected' in item);
  return bad ?? { value: checked.map((item) => ('value' in item ? item.value : null)) };
}

function checkOne(flag: Flag, raw: unknown): CheckedValue {
  switch (flag.type) {
    case 'switch':
    case 'toggle':
      return checkTruth(raw);
    case 'text':
    case 'file':
      return typeof raw === 'string' && raw.trim() !== '' ? { value: raw } : { expected: textExpected(flag) };
    case 'choice':
      return typeof raw === 'string' && flag.choices?.includes(raw)
        ? { value: raw }
        : { expected: `one of ${flag.choices?.join(', ')}` };
    case 'instant': {
      const value = typeof raw === 'string' ? parseInstant(raw) : undefined;
      return value === undefined
        ? { expected: 'a date such as 2026-06-27 or a time such as 2026-06-27T08:00:00Z' }
        : { value };
    }
    case 'tolerance':
      return parseTolerance(String(raw)) === null ? { expected: TOLERANCE_EXPECTED } : { value: String(raw).trim() };
    default:
      return checkNumber(flag, raw);
  }
}

function checkTruth(raw: unknown): CheckedValue {
  if (raw === true || raw === 'true') return { value: true };
  if (raw === false || raw === 'false') return { value: false };
  return { expected: 'true or false' };
}

function checkNumber(flag: Flag, raw: unknown): CheckedValue {
  const value = numberFrom(raw, flag.type === 'fraction');
  const right =
    value !== undefined &&
    Number.isFinite(value) &&
    (flag.type !== 'whole' || Number.isSafeInteger(value)) &&
    value >= (flag.least ?? -Infinity) &&
    value <= (flag.most ?? Infinity) &&
    value > (flag.above ?? -Infinity);
  return right ? { value } : { expected: numberExpected(flag) };
}

function numberFrom(raw: unknown, percentAllowed: boolean): number | undefined {
  if (typeof raw === 'number') return raw;
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim();
  const percent = percentAllowed && text.endsWith('%');
  const digits = percent ? text.slice(0, -1).trimEnd() : text;
  if (!DECIMAL.test(digits)) return undefined;
  const value = Number(digits.replaceAll('_', ''));
  return percent ? value / 100 : value;
}

function textExpected(flag: Flag): string {
  return flag.type === 'file' ? 'the name of a file' : 'some text';
}

function numberExpected(flag: Flag): string {
  const kinds = { whole: 'a whole number', fraction: 'a fraction such as 0.08 or 8%' } as const;
  const kind = flag.type === 'whole' || flag.type === 'fraction' ? kinds[flag.type] : 'a number';
  const { least, above, most } = flag;
  const from = least !== undefined ? `, at least ${least}` : above !== undefined ? `, more than ${above}` : '';
  if (most === undefined) return `${kind}${from}`;
  return from === '' ? `${kind}, at most ${most}` : `${kind}${from} and at most ${most}`;
}
