import { dirname, isAbsolute, join } from 'node:path';
import type { CollateralDemand } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { parseNumber } from '../fields/parse-number.js';
import type { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import { venueSlot } from './collateral-columns.js';

/** Takes in the rows of venues one by one; files they name are relative to the folder of theirs. */
export class DemandRows {
  readonly all: CollateralDemand[] = [];
  readonly #issues: IssueList;
  readonly #file: string;

  constructor(file: string, issues: IssueList) {
    this.#file = file;
    this.#issues = issues;
  }

  /** @param names the columns by slot */
  take(row: Row, names: readonly string[]): void {
    const fields = new FieldReader(this.#issues, names, row);
    const venue = fields.requiredText(venueSlot('venue'), 'the name of a venue');
    const requirement = this.#requirement(venue, fields);
    if (this.all.some((other) => other.venue === venue)) {
      fields.complain('COL_REPEATED', venueSlot('venue'), { subject: venue });
    }
    if (!fields.failed) this.all.push({ venue, requirement, origin: row.start() });
  }

  #requirement(venue: string, fields: FieldReader): CollateralDemand['requirement'] {
    const slot = venueSlot('requirement');
    const positions = fields.text(venueSlot('positions'));
    if (positions !== null) {
      const market = fields.text(venueSlot('market'));
      const model = fields.text(venueSlot('model'));
      return { kind: 'book', positions: this.#path(positions), market: market && this.#path(market), model };
    }
    const text = fields.text(slot);
    if (text === null) return null;
    const amount = parseNumber(text);
    if (typeof amount !== 'number') return { kind: 'document', path: this.#path(text) };
    if (amount < 0) {
      fields.complain('COL_BAD_REQUIREMENT', slot, { subject: venue, detail: 'a requirement is from 0 up' });
    }
    return { kind: 'amount', amount };
  }

  #path(written: string): string {
    return this.#file === '-' || isAbsolute(written) ? written : join(dirname(this.#file), written);
  }
}
