import type { Io, Market, Quote } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import type { Input } from '../source/input.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { InstrumentReader } from '../terms/instrument-reader.js';
import { QUOTE_COLUMNS, quoteSlot } from './quote-columns.js';
import { readQuote } from './read-quote.js';
import { readTimestamp } from './read-timestamp.js';

const LAYOUT: TableLayout = {
  known: QUOTE_COLUMNS,
  required: ['instrument'],
  others: 'closed',
  rowsAre: 'a header and one row per quoted instrument',
};

/**
 * Reads a market file: one quote per instrument, in file order, and the latest `timestamp` of its rows. A second row of
 * an instrument is an error. `venue`: whose naming rules apply to rows that name none.
 */
export function readMarket(path: Input, io: Io, { venue }: { venue: string | null }): Promise<Ingested<Market>> {
  return ingest('market', path, io, (issues) => {
    const rows = new MarketRows(issues, venue);
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => rows.take(row));
      },
      result: () => ({ timestamp: rows.timestamp, quotes: rows.quotes }),
    };
  });
}

class MarketRows {
  readonly quotes = new Map<string, Quote>();
  timestamp: number | null = null;
  readonly #issues: IssueList;
  readonly #venue: string | null;
  #fields: FieldReader | null = null;
  #instruments: InstrumentReader | null = null;

  constructor(issues: IssueList, venue: string | null) {
    this.#issues = issues;
    this.#venue = venue;
  }

  take(row: Row): void {
    this.#fields ??= new FieldReader(this.#issues, QUOTE_COLUMNS, row);
    this.#instruments ??= new InstrumentReader(this.#fields, quoteSlot('instrument'), quoteSlot('type'));
    const fields = this.#fields;
    fields.next(row);
    const instrument = this.#instruments.read(fields.text(quoteSlot('venue')) ?? this.#venue);
    const timestamp = readTimestamp(fields, quoteSlot('timestamp'));
    const quote = readQuote(fields, instrument);
    if (quote === null || this.#isRepeated(quote.instrument.name, fields)) return;
    this.quotes.set(quote.instrument.name, quote);
    if (timestamp !== null) this.timestamp = Math.max(timestamp, this.timestamp ?? timestamp);
  }

  #isRepeated(name: string, fields: FieldReader): boolean {
    const first = this.quotes.get(name);
    if (first === undefined) return false;
    fields.complain('MKT_REPEATED_INSTRUMENT', quoteSlot('instrument'), {
      subject: name,
      detail: String(first.origin?.line ?? 0),
    });
    return true;
  }
}
