import type { FieldReader } from '../fields/field-reader.js';
import { crifSlot } from './crif-columns.js';

const USD_AMOUNT = crifSlot('AmountUSD');
const AMOUNT = crifSlot('Amount');
const CURRENCY = crifSlot('AmountCurrency');

/**
 * The amount of the row at hand in USD: as the file states it, else its amount by the rate of its currency.
 *
 * @param usdPer USD for one unit of a currency
 * @returns 0 after a complaint
 */
export function usdAmount(fields: FieldReader, usdPer: ReadonlyMap<string, number>, subject: string): number {
  if (fields.text(USD_AMOUNT) !== null) return fields.number(USD_AMOUNT) ?? 0;
  const amount = fields.requiredNumber(AMOUNT);
  const currency = fields.requiredText(CURRENCY, 'the currency of the amount');
  if (fields.failed || currency === 'USD') return amount;
  const rate = usdPer.get(currency);
  if (rate !== undefined) return amount * rate;
  fields.complain('CRIF_NO_USD', CURRENCY, { subject, detail: currency });
  return 0;
}
