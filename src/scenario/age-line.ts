import { dividendsLater } from './escrowed.js';
import { modelPrice } from './model-price.js';
import type { ValuedInstrument } from './valued-instrument.js';

const DAYS_PER_YEAR = 365;

/**
 * A line some days later with nothing else moved: the same level, forward and volatility, less time. What has expired by
 * then is settled: worth nothing more and moved by nothing.
 */
export function ageLine(line: ValuedInstrument, days: number): ValuedInstrument {
  if (line.instrument.expiry === null || line.expired) return line;
  const left = line.days - days;
  if (left <= 0) {
    return { ...line, days: 0, ttmYears: 0, expired: true, markPrice: 0, markValue: 0, modelValue: 0 };
  }
  const aged = { ...line, ...dividendsLater(line, days / DAYS_PER_YEAR), days: left, ttmYears: left / DAYS_PER_YEAR };
  if (line.instrument.type !== 'option') return aged;
  const markPrice = modelPrice(aged);
  const modelValue = markPrice * line.moneyPerPrice;
  return { ...aged, markPrice, markValue: modelValue, modelValue };
}
