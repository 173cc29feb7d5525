import type { SourceLocation } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';
import type { Columns } from './pa2-layout.js';

/** One record of a `.pa2` file. Blank fields are nothing, as the layout has it: trailing blanks are often cut off. */
export class Pa2Line {
  readonly text: string;
  readonly number: number;
  readonly #file: string;
  readonly #issues: IssueList;

  constructor(text: string, number: number, file: string, issues: IssueList) {
    this.text = text;
    this.number = number;
    this.#file = file;
    this.#issues = issues;
  }

  get type(): string {
    return this.text.slice(0, 2).padEnd(2);
  }

  at(column = 1): SourceLocation {
    return { file: this.#file, line: this.number, column };
  }

  /** A field, `shift` columns further right for the later ones of a row of fields. */
  field([from, to]: Columns, shift = 0): string {
    return this.text.slice(from - 1 + shift, to + shift).trim();
  }

  /** A whole number, 0 where it is blank or, after a complaint, where it is none; a minus may stand before or behind it. */
  whole(name: string, columns: Columns, shift = 0): number {
    const text = this.field(columns, shift);
    if (text === '') return 0;
    if (/^[+-]?\d+$/.test(text)) return Number(text);
    this.complain(name, columns, text, 'digits', shift);
    return 0;
  }

  /** A number of `decimals` implied decimals. */
  decimal(name: string, columns: Columns, decimals: number, shift = 0): number {
    return this.whole(name, columns, shift) / 10 ** decimals;
  }

  /** A number whose sign stands in the column behind it. */
  signed(name: string, columns: Columns, shift = 0): number {
    const size = this.whole(name, columns, shift);
    return this.text.charAt(columns[1] + shift) === '-' ? 0 - size : size;
  }

  complain(name: string, [from]: Columns, value: string, expected: string, shift = 0): void {
    const subject = `record ${this.type.trim()} on line ${this.number}`;
    this.#issues.add('SPN_VALUE', { at: this.at(from + shift), field: name, value, subject, expected });
  }

  /** The record is broken in a way that its fields cannot tell. */
  broken(detail: string): void {
    const subject = `record ${this.type.trim()}`;
    this.#issues.add('SPN_RECORD_BROKEN', { at: this.at(Math.max(1, this.text.length)), subject, detail });
  }
}
