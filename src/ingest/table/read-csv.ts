import { once } from 'node:events';
import { type CsvError, Parser } from 'csv-parse';
import type { IssueList } from '../issue-list.js';
import type { TextSource } from '../source/text-source.js';
import { columnKey } from './column-name.js';
import { type CsvDelimiter, csvDelimiter } from './csv-delimiter.js';
import { CsvRow } from './csv-row.js';
import { CsvWindow } from './csv-window.js';
import { type Header, NOT_READ } from './header.js';
import { PlainRows } from './plain-rows.js';
import type { Row } from './row.js';

const MAX_ROW_CHARACTERS = 1 << 20;

/** Header fields whose column is looked up; each costs a walk along the row. More complaints than these are not kept. */
const MOST_PLACED = 100;

/**
 * Reads a CSV table row by row; memory does not grow with the file. Rows with a wrong number of fields are complained
 * about and skipped. After a header that cannot be used, or a quote that is never closed, the rest is only hashed.
 * Returns how many rows there were, good or bad.
 */
export async function readCsv(
  source: TextSource,
  header: Header,
  issues: IssueList,
  take: (row: Row) => void,
): Promise<number> {
  const delimiter = csvDelimiter(source.head);
  const window = new CsvWindow(source.file, delimiter);
  const rows = new CsvRows(header, issues, window, take);
  const takeRecord = (record: readonly string[], end: number): void => {
    rows.take(record);
    window.beginRow(end);
  };
  const plain = new PlainRows(delimiter, MAX_ROW_CHARACTERS, takeRecord);
  let parsing: Parsing | null = null;
  for await (const piece of source.pieces) {
    if (parsing?.parser.errored) continue;
    window.append(piece);
    if (parsing !== null) {
      await parsing.write(piece);
      continue;
    }
    const left = plain.write(piece);
    if (left === null) continue;
    parsing = new Parsing(delimiter, plain.offset, takeRecord);
    await parsing.write(left);
  }
  const last = parsing === null ? plain.finish() : null;
  if (last !== null) {
    parsing = new Parsing(delimiter, plain.offset, takeRecord);
    await parsing.write(last);
  }
  const error = parsing === null ? null : await parsing.finish();
  if (error !== null) rows.fail(error);
  return rows.count;
}

/** The parser at work on the text from `offset` on. */
class Parsing {
  readonly parser: RecordParser;
  readonly #fault: Promise<Error | null>;

  constructor(delimiter: CsvDelimiter, offset: number, take: (record: readonly string[], end: number) => void) {
    this.parser = new RecordParser(delimiter, (record, end) => take(record, offset + end));
    this.#fault = new Promise((settle) => {
      this.parser.once('error', settle);
      this.parser.once('end', () => settle(null));
    });
    this.parser.resume();
  }

  async write(piece: Buffer): Promise<void> {
    if (!this.parser.write(piece)) await Promise.race([once(this.parser, 'drain'), this.#fault]);
  }

  /** What the parser stopped at; null when it came to the end. */
  finish(): Promise<Error | null> {
    if (this.parser.errored === null) this.parser.end();
    return this.#fault;
  }
}

/**
 * csv-parse with our rules. Records are handed over as they are pushed, with the offset at which they end: by way of its
 * `on_record` it copies the parser's whole state for each, which takes a third of the time.
 */
class RecordParser extends Parser {
  readonly #take: (record: readonly string[], end: number) => void;

  constructor(delimiter: CsvDelimiter, take: (record: readonly string[], end: number) => void) {
    super({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A stray quote stays in the text, where the field's own check complains about it with the right place.
      relax_quotes: true,
      ltrim: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW_CHARACTERS,
    });
    this.#take = take;
  }

  override push(record: readonly string[] | null): boolean {
    if (record === null) return super.push(null);
    this.#take(record, this.info.bytes);
    return true;
  }
}

class CsvRows {
  readonly #header: Header;
  readonly #issues: IssueList;
  readonly #window: CsvWindow;
  readonly #take: (row: Row) => void;
  #row: CsvRow | null = null;
  #width = 0;
  #refused = false;
  count = 0;

  constructor(header: Header, issues: IssueList, window: CsvWindow, take: (row: Row) => void) {
    this.#header = header;
    this.#issues = issues;
    this.#window = window;
    this.#take = take;
  }

  take(record: readonly string[]): void {
    if (this.#width === 0) {
      this.#readHeader(record);
      return;
    }
    this.count += 1;
    if (this.#refused || this.#row === null) return;
    if (record.length !== this.#width) {
      this.#issues.add('CSV_FIELD_COUNT', {
        at: this.#window.locate(0),
        detail: fields(record.length),
        expected: String(this.#width),
      });
      return;
    }
    this.#row.show(record);
    this.#take(this.#row);
  }

  /** Tells why the parser stopped; anything but the two ends of a malformed file is a fault of the program. */
  fail(error: Error): void {
    const { code } = error as CsvError;
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
      const field = this.#window.lastField();
      const detail = `field ${field + 1} of the row`;
      this.#issues.add('CSV_QUOTE_OPEN', { at: this.#window.locate(field), detail });
    } else if (code === 'CSV_MAX_RECORD_SIZE') {
      const detail = `${MAX_ROW_CHARACTERS} characters`;
      this.#issues.add('CSV_ROW_TOO_LONG', { at: this.#window.locate(0), detail });
    } else throw error;
    this.count += 1;
  }

  #readHeader(record: readonly string[]): void {
    this.#width = record.length;
    const fieldOfSlot: number[] = [];
    let placed = 0;
    const at = (field: number) => this.#window.locate(placed++ < MOST_PLACED ? field : 0);
    const written = new Map<string, number>();
    record.forEach((text, field) => {
      const name = text.trim();
      const key = this.#header.layout.others === 'open' ? name : columnKey(name);
      if (name !== '' && written.has(key)) {
        this.#issues.add('COLUMN_REPEATED', { at: at(field), field: name });
        this.#refused = true;
        return;
      }
      written.set(key, field);
      const slot = this.#header.slotOf(name, () => at(field));
      if (slot !== NOT_READ) fieldOfSlot[slot] = field;
    });
    if (!this.#header.isComplete(this.#window.locate(0))) this.#refused = true;
    this.#row = new CsvRow(this.#window, fieldOfSlot);
  }
}

function fields(count: number): string {
  return count === 1 ? '1 field' : `${count} fields`;
}
