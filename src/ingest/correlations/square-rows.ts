import type { SourceLocation } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import { nearestName } from '../nearest-name.js';
import type { Row } from '../table/row.js';
import type { PairTable } from './pair-table.js';
import { unguardedName } from './unguarded-name.js';

const NAME_SLOT = 0;

/** Rows of a square matrix: a name, then its correlation with each name of the header. */
export class SquareRows {
  readonly #names: readonly string[];
  readonly #fields: FieldReader;
  readonly #pairs: PairTable;
  readonly #issues: IssueList;
  readonly #rowPlaces = new Map<string, SourceLocation>();

  /** `header`: the column names by slot, the corner first. */
  constructor(header: readonly string[], fields: FieldReader, pairs: PairTable, issues: IssueList, first: Row) {
    this.#names = header.map(unguardedName);
    this.#fields = fields;
    this.#pairs = pairs;
    this.#issues = issues;
    for (const name of this.#names.slice(1)) pairs.addName(name, first.start());
  }

  take(row: Row): void {
    const fields = this.#fields;
    fields.next(row);
    const a = unguardedName(fields.requiredText(NAME_SLOT, 'the name of an underlying'));
    if (a === '' || !this.#isAcceptable(a)) return;
    this.#rowPlaces.set(a, fields.at(NAME_SLOT));
    for (let slot = 1; slot < this.#names.length; slot++) {
      const value = fields.number(slot);
      const text = fields.text(slot);
      const b = this.#names[slot] ?? '';
      if (value !== null) this.#pairs.add({ a, b, value, text: text ?? '', at: fields.at(slot) }, 'COR_ASYMMETRIC');
      else if (text !== null) this.#pairs.refuse(a, b);
    }
  }

  #isAcceptable(name: string): boolean {
    const at = this.#fields.at(NAME_SLOT);
    const first = this.#rowPlaces.get(name);
    if (first !== undefined) {
      this.#issues.add('COR_NAME_REPEATED', { at, value: name, subject: name, detail: String(first.line) });
      return false;
    }
    const names = this.#names.slice(1);
    if (names.includes(name)) return true;
    const near = nearestName(name, names);
    const hint = near === null ? `add a column ${name}` : `did you mean ${near}?`;
    this.#issues.add('COR_UNKNOWN_NAME', { at, value: name, expected: names.join(', '), hint });
    return false;
  }
}
