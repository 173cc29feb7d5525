import type { FieldReader } from '../fields/field-reader.js';
import type { Row } from '../table/row.js';
import type { PairTable } from './pair-table.js';
import { unguardedName } from './unguarded-name.js';

const NAME_EXPECTED = 'the name of an underlying';

/** Rows `a, b, correlation`. The two names may stand in either order, and once more the other way round. */
export class LongRows {
  readonly #slots: { readonly a: number; readonly b: number; readonly correlation: number };
  readonly #fields: FieldReader;
  readonly #pairs: PairTable;

  /** `slots`: where the three columns are. */
  constructor(slots: { a: number; b: number; correlation: number }, fields: FieldReader, pairs: PairTable) {
    this.#slots = slots;
    this.#fields = fields;
    this.#pairs = pairs;
  }

  take(row: Row): void {
    const fields = this.#fields;
    fields.next(row);
    const a = unguardedName(fields.requiredText(this.#slots.a, NAME_EXPECTED));
    const b = unguardedName(fields.requiredText(this.#slots.b, NAME_EXPECTED));
    const value = fields.requiredNumber(this.#slots.correlation);
    if (a !== '') this.#pairs.addName(a, fields.at(this.#slots.a));
    if (b !== '') this.#pairs.addName(b, fields.at(this.#slots.b));
    if (fields.failed) {
      this.#pairs.refuse(a, b);
      return;
    }
    const text = fields.text(this.#slots.correlation) ?? '';
    this.#pairs.add({ a, b, value, text, at: fields.at(this.#slots.correlation) }, 'COR_TWO_VALUES');
  }
}
