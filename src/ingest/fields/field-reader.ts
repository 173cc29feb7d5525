import type { IssueCode, IssueFacts, SourceLocation } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';
import { nearestName } from '../nearest-name.js';
import type { Row } from '../table/row.js';
import { numberHint } from './number-hint.js';
import { type NumberFault, parseNumber } from './parse-number.js';

const NUMBER_EXPECTED = 'a number such as 12.5, -3 or 1e5';
/** Far beyond anything held or traded; products of several figures within it stay far within double precision. */
const MOST = 1e15;
const RANGE_EXPECTED = 'a size of at most 1e15';
/** Below the price of any coin (1e-8 is quoted), above what turns to nothing in a product or to infinity in a quotient. */
const LEAST_PRICE = 1e-12;
const PRICE_RANGE_EXPECTED = '0, or a size from 1e-12 to 1e15';
const POSITIVE_RANGE_EXPECTED = 'a number from 1e-12 to 1e15, or blank';
/** The largest rate or volatility that is believed even with a percent sign. */
const MOST_FRACTION = 100;
const FRACTION_RANGE_EXPECTED = '0, or a size from 1e-12 to 100 (10000%)';
const PERCENT_EXPECTED = 'a number such as 0.45, or 45%';

const FAULT_CODES: Readonly<Record<NumberFault, IssueCode>> = {
  notANumber: 'FIELD_NOT_A_NUMBER',
  outOfRange: 'FIELD_OUT_OF_RANGE',
  losesDigits: 'FIELD_LOSES_DIGITS',
};

/**
 * Reads the fields of one row after another as typed values. A blank field is null; so is a bad one, after a complaint,
 * and then `failed` is set until the next row.
 */
export class FieldReader {
  readonly #issues: IssueList;
  readonly #names: readonly string[];
  #row: Row;
  failed = false;

  /** `names`: the columns by slot. */
  constructor(issues: IssueList, names: readonly string[], row: Row) {
    this.#issues = issues;
    this.#names = names;
    this.#row = row;
  }

  /** Turns to the next row. */
  next(row: Row): void {
    this.#row = row;
    this.failed = false;
  }

  text(slot: number): string | null {
    const text = this.#row.text(slot);
    return text === '' ? null : text;
  }

  /** A text that has to be there; `''` after a complaint. */
  requiredText(slot: number, expected: string): string {
    const text = this.#row.text(slot);
    if (text === '') this.complain('FIELD_BLANK', slot, { expected });
    return text;
  }

  number(slot: number): number | null {
    const text = this.#row.text(slot);
    return text === '' ? null : this.#parse(slot, text, text, NUMBER_EXPECTED);
  }

  /** A price of any sign: zero, or of a size that can be reckoned with. */
  price(slot: number): number | null {
    return this.#sized(slot, this.number(slot), PRICE_RANGE_EXPECTED);
  }

  /** A number that has to be there; 0 after a complaint. */
  requiredNumber(slot: number): number {
    const text = this.#row.text(slot);
    if (text !== '') return this.#parse(slot, text, text, NUMBER_EXPECTED) ?? 0;
    this.complain('FIELD_BLANK', slot, { expected: NUMBER_EXPECTED });
    return 0;
  }

  /** A number above zero: a strike, a multiplier, a step, a past price. */
  positive(slot: number): number | null {
    const value = this.number(slot);
    if (value === null || value > 0) return this.#sized(slot, value, POSITIVE_RANGE_EXPECTED);
    this.complain('FIELD_NOT_POSITIVE', slot, { expected: 'a number above 0, or blank' });
    return null;
  }

  /** A number not below zero. */
  nonNegative(slot: number): number | null {
    const value = this.number(slot);
    if (value === null || value >= 0) return value;
    this.complain('FIELD_NEGATIVE', slot, { expected: 'a number from 0 up, or blank' });
    return null;
  }

  /** A fraction, written as such or with a percent sign; `isPercent` says which. */
  fraction(slot: number): { readonly value: number; readonly isPercent: boolean } | null {
    const text = this.#row.text(slot);
    if (text === '') return null;
    const isPercent = text.endsWith('%');
    const digits = isPercent ? text.slice(0, -1).trimEnd() : text;
    const value = this.#parse(slot, digits, text, PERCENT_EXPECTED);
    // Dividing rounds once, as the decimal fraction itself would; multiplying by 0.01 would round twice.
    return value === null ? null : { value: isPercent ? value / 100 : value, isPercent };
  }

  /** A fraction whose size without a percent sign is believable only up to `most`. */
  believableFraction(slot: number, most: number): number | null {
    const fraction = this.fraction(slot);
    if (fraction === null) return null;
    if (fraction.isPercent || Math.abs(fraction.value) <= most) {
      return this.#sized(slot, fraction.value, FRACTION_RANGE_EXPECTED, MOST_FRACTION);
    }
    const text = this.#row.text(slot);
    this.complain('FIELD_PROBABLY_PERCENT', slot, {
      detail: `${fraction.value * 100} per cent`,
      expected: PERCENT_EXPECTED,
      hint: `write ${text}% if that is meant, or ${fraction.value * 100}% if it really is`,
    });
    return null;
  }

  /** One of a few words, in any case. */
  choice<T extends string>(slot: number, choices: readonly T[]): T | null {
    const text = this.#row.text(slot);
    if (text === '') return null;
    const wanted = text.toLowerCase();
    const found = choices.find((choice) => choice.toLowerCase() === wanted);
    if (found !== undefined) return found;
    const near = nearestName(text, choices);
    const expected = choices.length === 1 ? choices[0] : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
    this.complain('FIELD_NOT_ONE_OF', slot, { expected, hint: near === null ? null : `did you mean ${near}?` });
    return null;
  }

  /** Complains about a field of this row, naming it and showing its text, and marks the row as failed. */
  complain(code: IssueCode, slot: number, facts: IssueFacts = {}): void {
    this.failed = true;
    this.remark(code, slot, facts);
  }

  /** Says something about a field without failing the row. */
  remark(code: IssueCode, slot: number, facts: IssueFacts = {}): void {
    const text = this.#row.text(slot);
    this.#issues.add(code, {
      at: this.at(slot),
      field: this.#names[slot],
      value: text === '' ? null : text,
      ...facts,
    });
  }

  at(slot: number): SourceLocation {
    return this.#row.at(slot);
  }

  start(): SourceLocation {
    return this.#row.start();
  }

  #sized(slot: number, value: number | null, expected: string, most = MOST): number | null {
    if (value === null || value === 0) return value;
    const size = Math.abs(value);
    if (size >= LEAST_PRICE && size <= most) return value;
    this.complain('FIELD_OUT_OF_RANGE', slot, { expected });
    return null;
  }

  #parse(slot: number, digits: string, text: string, expected: string): number | null {
    const read = parseNumber(digits);
    const value = typeof read === 'number' && Math.abs(read) > MOST ? 'outOfRange' : read;
    if (typeof value === 'number') return value;
    const detail = value === 'losesDigits' ? BigInt(Number(digits)).toString() : undefined;
    const accepted = value === 'outOfRange' ? RANGE_EXPECTED : expected;
    this.complain(FAULT_CODES[value], slot, {
      expected: accepted,
      ...(detail === undefined ? {} : { detail }),
      hint: numberHint(text),
    });
    return null;
  }
}
