import { type CrifScheduleRow, SCHEDULE_PRODUCT_CLASSES } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { parseTime } from '../fields/parse-time.js';
import { crifSlot } from './crif-columns.js';
import { usdAmount } from './usd-amount.js';

const PRODUCT = crifSlot('ProductClass');
const END = crifSlot('EndDate');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** The row at hand as a value or notional of the schedule; null after a complaint. */
export function scheduleRow(
  fields: FieldReader,
  kind: CrifScheduleRow['kind'],
  source: number,
  usdPer: ReadonlyMap<string, number>,
): CrifScheduleRow | null {
  fields.requiredText(PRODUCT, SCHEDULE_PRODUCT_CLASSES.join(', '));
  const productClass = fields.choice(PRODUCT, SCHEDULE_PRODUCT_CLASSES);
  const amountUsd = usdAmount(fields, usdPer, kind === 'value' ? 'the present value' : 'the notional');
  const end = fields.requiredText(END, 'the end of the trade, such as 2030-06-30');
  const time = end === '' ? null : parseTime(end.replace(COMPACT, '$1-$2-$3'));
  if (end !== '' && time === null) fields.complain('FIELD_NOT_A_TIME', END, { expected: 'a date such as 2030-06-30' });
  if (fields.failed || productClass === null || time === null) return null;
  return { kind, productClass, amountUsd, endMs: time.epochMs, source };
}
