import type { FieldReader } from '../fields/field-reader.js';
import { parseTime } from '../fields/parse-time.js';

const EPOCH_MS = /^\d{12,14}$/;
const EPOCH_SECONDS = /^\d{9,11}(\.\d+)?$/;

/** A moment as ISO 8601 (UTC unless it names a zone) or as epoch milliseconds; null when blank or after a complaint. */
export function readTimestamp(fields: FieldReader, slot: number): number | null {
  const text = fields.text(slot);
  if (text === null) return null;
  if (EPOCH_MS.test(text)) return Number(text);
  const time = parseTime(text);
  if (time !== null) return time.epochMs;
  fields.complain('FIELD_NOT_A_TIME', slot, {
    expected: 'ISO 8601 such as 2026-06-27T09:25:14Z, or epoch milliseconds',
    hint: EPOCH_SECONDS.test(text) ? 'these look like seconds: append 000' : null,
  });
  return null;
}
