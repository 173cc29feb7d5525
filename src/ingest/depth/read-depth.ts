import type { Depth, Io, Quote } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { nearestName } from '../nearest-name.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { OrderBooks } from './order-books.js';
import { remarkOnBook } from './remark-on-book.js';

const COLUMNS = ['instrument', 'side', 'price', 'size'] as const;
const [INSTRUMENT, SIDE, PRICE, SIZE] = [0, 1, 2, 3] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: COLUMNS,
  others: 'closed',
  rowsAre: 'a header and one row per price level: instrument, side, price, size',
};

/** An order to buy rests among the bids, one to sell among the asks. */
const SIDES = { bid: 'bids', ask: 'asks', buy: 'bids', sell: 'asks' } as const;
const SIDE_WORDS = ['bid', 'ask', 'buy', 'sell'] as const;

export interface DepthOptions {
  /** The market file's rows: what may have depth, and what its best prices are compared with. */
  readonly quotes: ReadonlyMap<string, Quote>;
}

/**
 * Reads order books: one row per instrument, side and price, in any order; sizes in contracts. Rows of the same price
 * are added up, each side is sorted best price first. Depth of an instrument without a market row is left out with a
 * warning, once; a best price more than a tick from the market row's is warned of, and kept.
 */
export function readDepth(path: string, io: Io, { quotes }: DepthOptions): Promise<Ingested<Depth>> {
  return ingest('depth', path, io, (issues) => {
    const rows = new DepthRows(issues, quotes);
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => rows.take(row));
        rows.finish();
      },
      result: () => rows.books.sorted(),
    };
  });
}

class DepthRows {
  readonly books = new OrderBooks();
  readonly #issues: IssueList;
  readonly #quotes: ReadonlyMap<string, Quote>;
  /** Names already complained about. */
  readonly #refused = new Set<string>();
  #fields: FieldReader | null = null;

  constructor(issues: IssueList, quotes: ReadonlyMap<string, Quote>) {
    this.#issues = issues;
    this.#quotes = quotes;
  }

  take(row: Row): void {
    this.#fields ??= new FieldReader(this.#issues, COLUMNS, row);
    const fields = this.#fields;
    fields.next(row);
    const instrument = fields.requiredText(INSTRUMENT, 'the name of an instrument');
    const word = fields.choice(SIDE, SIDE_WORDS);
    if (word === null && !fields.failed) fields.requiredText(SIDE, 'bid or ask');
    const quote = this.#quotes.get(instrument) ?? null;
    const price = levelPrice(fields, instrument, quote);
    const size = levelSize(fields);
    if (instrument !== '' && !this.#isTradable(instrument, quote, fields)) return;
    if (fields.failed || word === null) return;
    if (size > 0) this.books.add(instrument, SIDES[word], { price, size, origin: row.at(PRICE) });
    else fields.remark('DEP_ZERO_SIZE', SIZE, { subject: `${price} of ${instrument}`, detail: word });
  }

  /** Looks at the finished books. */
  finish(): void {
    for (const [instrument, book] of this.books.sorted()) {
      remarkOnBook(book, this.#quotes.get(instrument)!, this.#issues);
    }
  }

  #isTradable(instrument: string, quote: Quote | null, fields: FieldReader): boolean {
    if (quote !== null && quote.instrument.type !== 'index') return true;
    if (this.#refused.has(instrument)) return false;
    this.#refused.add(instrument);
    if (quote !== null) {
      fields.remark('DEP_INDEX', INSTRUMENT, { subject: instrument });
      return false;
    }
    const near = nearestName(instrument, [...this.#quotes.keys()]);
    const hint = near === null ? null : `did you mean ${near}?`;
    fields.remark('DEP_UNKNOWN_INSTRUMENT', INSTRUMENT, { subject: instrument, hint });
    return false;
  }
}

/** Above zero, but oil futures have traded below it. 0 after a complaint. */
function levelPrice(fields: FieldReader, instrument: string, quote: Quote | null): number {
  const text = fields.requiredText(PRICE, 'the price of the level');
  const price = fields.price(PRICE);
  if (text === '' || price === null) return 0;
  const mayBeNegative = quote?.instrument.type === 'future' && quote.instrument.settlement === 'linear';
  if (price <= 0 && !mayBeNegative) fields.complain('DEP_BAD_PRICE', PRICE, { subject: instrument });
  return price;
}

/** Contracts, not below zero. 0 after a complaint. */
function levelSize(fields: FieldReader): number {
  const text = fields.requiredText(SIZE, 'contracts on offer at that price');
  return text === '' ? 0 : (fields.nonNegative(SIZE) ?? 0);
}
