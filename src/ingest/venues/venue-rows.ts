import { dirname, isAbsolute, join } from 'node:path';
import type { Venue } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = ['name', 'model', 'market', 'positions', 'transfer_cost'] as const;
const [NAME, MODEL, MARKET, POSITIONS, TRANSFER_COST] = [0, 1, 2, 3, 4] as const;

/** Rows of venues. */
export const VENUE_LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['name'],
  others: 'closed',
  rowsAre: 'one row per venue: name, model, market, transfer_cost',
};

/** Takes in the rows of venues one by one; files they name are relative to the folder of theirs. */
export class VenueRows {
  readonly all: Venue[] = [];
  readonly #file: string;
  readonly #issues: IssueList;

  constructor(file: string, issues: IssueList) {
    this.#file = file;
    this.#issues = issues;
  }

  /** @param set figures of the model that the venue has otherwise */
  take(row: Row, set: Readonly<Record<string, unknown>>): void {
    const fields = new FieldReader(this.#issues, COLUMNS, row);
    const name = fields.requiredText(NAME, 'the name of a venue');
    const path = (slot: number): string | null => {
      const written = fields.text(slot);
      return written === null || isAbsolute(written) ? written : join(dirname(this.#file), written);
    };
    const cost = fields.fraction(TRANSFER_COST);
    if (cost !== null && cost.value < 0) {
      fields.complain('FIELD_NEGATIVE', TRANSFER_COST, { expected: 'an amount from 0 up, or a percentage, or blank' });
    }
    if (this.all.some((other) => other.name === name)) fields.complain('ALC_REPEATED', NAME, { subject: name });
    if (fields.failed) return;
    this.all.push({
      name,
      model: fields.text(MODEL),
      market: path(MARKET),
      positions: path(POSITIONS),
      transferCost: cost === null ? null : { kind: cost.isPercent ? 'notional' : 'money', value: cost.value },
      set,
      origin: row.start(),
    });
  }
}
