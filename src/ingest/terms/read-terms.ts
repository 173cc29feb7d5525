import type { FieldReader } from '../fields/field-reader.js';
import { parseTime } from '../fields/parse-time.js';
import { type GivenTerms, TERM_COLUMNS, type TermColumn } from './term-columns.js';

const RIGHTS = { c: 'C', call: 'C', p: 'P', put: 'P' } as const;

/** Reads the descriptive columns, which stand in `TERM_COLUMNS` order from `firstSlot` on; the reader notes bad fields. */
export function readTerms(fields: FieldReader, firstSlot: number): GivenTerms {
  const slot = (column: TermColumn) => firstSlot + TERM_COLUMNS.indexOf(column);
  const right = fields.choice(slot('right'), ['C', 'P', 'call', 'put']);
  const currency = fields.text(slot('currency'));
  return {
    type: fields.choice(slot('type'), ['spot', 'index', 'future', 'perpetual', 'option']),
    underlying: fields.text(slot('underlying')),
    expiry: readExpiry(fields, slot('expiry')),
    strike: fields.positive(slot('strike')),
    right: right === null ? null : RIGHTS[right.toLowerCase() as keyof typeof RIGHTS],
    exercise: fields.choice(slot('exercise'), ['european', 'american']),
    settlement: fields.choice(slot('settlement'), ['linear', 'inverse']),
    multiplier: fields.positive(slot('multiplier')),
    currency: currency === null ? null : currency.toUpperCase(),
  };
}

function readExpiry(fields: FieldReader, slot: number) {
  const text = fields.text(slot);
  if (text === null) return null;
  const time = parseTime(text);
  if (time === null) {
    fields.complain('FIELD_NOT_A_TIME', slot, { expected: 'a date 2026-06-26 or a time 2026-06-26T08:00:00Z' });
  }
  return time;
}
