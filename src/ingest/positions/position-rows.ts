import type { Instrument } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { InstrumentReader } from '../terms/instrument-reader.js';
import { TERM_COLUMNS } from '../terms/term-columns.js';
import type { NetBook } from './net-book.js';

const COLUMNS = ['instrument', 'quantity', 'account', 'venue', 'entry_price', 'tag', ...TERM_COLUMNS] as const;
const [INSTRUMENT, QUANTITY, ACCOUNT, VENUE, ENTRY_PRICE, TAG, FIRST_TERM] = [0, 1, 2, 3, 4, 5, 6] as const;

/** The table of a positions file. */
export const POSITIONS_LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['instrument', 'quantity'],
  others: 'closed',
  // A flat account is an account; the run says that its book is empty.
  emptyIs: null,
  rowsAre: 'a header and one row per position',
};

/** The column that says where a position lives, and by whose rules it is named. */
export const VENUE_COLUMN = VENUE;

/** Takes in the rows of positions one by one, into a book that nets them. */
export class PositionRows {
  readonly #issues: IssueList;
  readonly #net: NetBook;
  readonly #venue: string | null;
  #fields: FieldReader | null = null;
  #instruments: InstrumentReader | null = null;

  readonly #known: ReadonlyMap<string, Instrument>;

  constructor(
    issues: IssueList,
    net: NetBook,
    venue: string | null,
    known: ReadonlyMap<string, Instrument> = new Map(),
  ) {
    this.#known = known;
    this.#issues = issues;
    this.#net = net;
    this.#venue = venue;
  }

  take(row: Row): void {
    this.#fields ??= new FieldReader(this.#issues, COLUMNS, row);
    this.#instruments ??= new InstrumentReader(this.#fields, INSTRUMENT, FIRST_TERM, this.#known);
    const fields = this.#fields;
    fields.next(row);
    const venue = fields.text(VENUE) ?? this.#venue;
    const instrument = this.#instruments.read(venue);
    const quantity = fields.requiredNumber(QUANTITY);
    const entryPrice = fields.price(ENTRY_PRICE);
    if (entryPrice === 0 && instrument?.settlement === 'inverse' && instrument.type !== 'option') {
      fields.complain('FIELD_NOT_POSITIVE', ENTRY_PRICE, { expected: 'a price above 0, or blank' });
    }
    if (instrument?.type === 'index') fields.complain('POS_INDEX_HELD', INSTRUMENT, { subject: instrument.name });
    if (instrument === null || fields.failed) return;
    if (quantity === 0) {
      fields.remark('POS_ZERO_QUANTITY', QUANTITY, { subject: instrument.name });
      return;
    }
    const quantityText = fields.text(QUANTITY) ?? '0';
    const [account, tag] = [fields.text(ACCOUNT), fields.text(TAG)];
    this.#net.add(instrument, { quantityText, quantity, entryPrice, account, venue, tag }, fields);
  }
}
