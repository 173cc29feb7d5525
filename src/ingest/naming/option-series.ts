import type { Instrument, OptionRight } from '../../domain/index.js';
import type { DateForm } from './expiry-date.js';
import { readStrike, STRIKE_PATTERN, writeStrike } from './strike-text.js';

/** How a venue writes the part of an option's name behind the coin: `27JUN26-60000-C`. */
export interface SeriesForm {
  readonly date: DateForm;
  /** What stands for the decimal point of a strike: `.`, or Deribit's `d`, or Derive's `_`. */
  readonly decimalMark: string;
}

/** Expiry in epoch milliseconds, strike in quote currency per coin. */
export interface Series {
  readonly expiry: number;
  readonly strike: number;
  readonly right: OptionRight;
}

/** Regular-expression source with three groups: date, strike, right. */
export function seriesPattern({ date, decimalMark }: SeriesForm): string {
  const strike = STRIKE_PATTERN.replace('\\.', decimalMark === '.' ? '\\.' : decimalMark);
  return `(${date.pattern})-(${strike})-([CP])`;
}

/** The three groups of `seriesPattern`, read; null when the day does not exist or the strike is zero. */
export function readSeries(form: SeriesForm, date: string, strikeText: string, right: string): Series | null {
  const expiry = form.date.read(date);
  const strike = readStrike(strikeText, form.decimalMark);
  return expiry === null || strike === null ? null : { expiry, strike, right: right === 'C' ? 'C' : 'P' };
}

/** The series of an option in the venue's form; null when the instrument is no option or the form cannot write its expiry. */
export function writeSeries(form: SeriesForm, { type, expiry, strike, right }: Instrument): string | null {
  if (type !== 'option' || expiry === null || strike === null || right === null) return null;
  const date = form.date.write(expiry);
  return date === null ? null : `${date}-${writeStrike(strike, form.decimalMark)}-${right}`;
}
