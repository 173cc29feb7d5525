import { type CashDividend, dividendValue } from '../pricing/index.js';
import type { ValuedInstrument } from './valued-instrument.js';

type WithDividends = Pick<ValuedInstrument, 'dividends' | 'rate' | 'ttmYears'>;

/**
 * Present value of the cash dividends that the underlying pays until a line expires, per unit of it; 0 where none are known. They
 * do not move with the price: what a scenario moves is the level, and what is left of it moves further.
 */
export function escrowed({ dividends, rate, ttmYears }: WithDividends): number {
  return dividends === undefined ? 0 : dividendValue(dividends, rate, ttmYears);
}

/** Dividends as they stand some years on; those whose ex-date has come are gone. Spread it into a line. */
export function dividendsLater(
  { dividends }: Pick<ValuedInstrument, 'dividends'>,
  years: number,
): Pick<ValuedInstrument, 'dividends'> {
  if (dividends === undefined) return {};
  const ahead = dividends.map((one): CashDividend => ({ ...one, years: one.years - years }));
  return { dividends: ahead.filter((one) => one.years > 0) };
}
