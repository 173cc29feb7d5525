import type { Book, Instrument, Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import type { Input } from '../source/input.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { InstrumentReader } from '../terms/instrument-reader.js';
import { TERM_COLUMNS } from '../terms/term-columns.js';
import { NetBook } from './net-book.js';

const COLUMNS = ['instrument', 'quantity', 'account', 'venue', 'entry_price', 'tag', ...TERM_COLUMNS] as const;
const [INSTRUMENT, QUANTITY, ACCOUNT, VENUE, ENTRY_PRICE, TAG, FIRST_TERM] = [0, 1, 2, 3, 4, 5, 6] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['instrument', 'quantity'],
  others: 'closed',
  // A flat account is an account; the run says that its book is empty.
  emptyIs: null,
  rowsAre: 'a header and one row per position',
};

export interface PositionsOptions {
  /** Whose naming rules apply to rows that name none. */
  readonly venue: string | null;
  /** Contracts the market file has described, by name: rows of the same name need no descriptive columns. */
  readonly known?: ReadonlyMap<string, Instrument>;
}

/**
 * Reads a positions file (CSV, JSON or NDJSON; `-` is standard input) into a netted book. CSV and NDJSON are read row by
 * row, so that memory grows with the instruments only.
 *
 * Rows of quantity zero are left out with a warning, instruments that net to zero with a remark. Bad rows are left out
 * with an error each. A header without rows, or `[]`, is an empty book; a file with nothing in it is an error.
 */
export function readPositions(path: Input, io: Io, { venue, known }: PositionsOptions): Promise<Ingested<Book>> {
  return ingest('positions', path, io, (issues) => {
    const net = new NetBook(issues);
    const reader = new PositionRows(issues, net, venue, known);
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => reader.take(row));
      },
      result: () => net.book(),
    };
  });
}

class PositionRows {
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
