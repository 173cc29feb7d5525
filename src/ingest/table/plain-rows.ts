import { Buffer } from 'node:buffer';
import type { CsvDelimiter } from './csv-delimiter.js';
import { plainFields } from './plain-fields.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Rows of CSV text in which nothing is quoted, or whole fields are: there is nothing to parse then, only to split, at a tenth
 * of the parser's time. At the first quote of another kind it stops before the row that holds it, and the parser takes over.
 *
 * Same rows as csv-parse with our settings: any line end, blank lines skipped, fields untrimmed (whoever reads them trims).
 */
export class PlainRows {
  readonly #delimiter: CsvDelimiter;
  readonly #longest: number;
  readonly #take: (record: readonly string[], end: number) => void;
  #carried: Buffer = Buffer.alloc(0);
  /** Offset of the first byte not yet split into rows. */
  #offset = 0;

  /**
   * @param longest bytes of an unfinished row beyond which the parser has to judge it
   * @param take gets each record and the offset at which its row ends
   */
  constructor(delimiter: CsvDelimiter, longest: number, take: (record: readonly string[], end: number) => void) {
    this.#delimiter = delimiter;
    this.#longest = longest;
    this.#take = take;
  }

  /** Bytes split into rows so far: where a parser would have to start. */
  get offset(): number {
    return this.#offset;
  }

  /** Splits the rows a piece completes; returns what the parser must take over from `offset` on, or null to go on. */
  write(piece: Buffer): Buffer | null {
    const bytes = this.#carried.length === 0 ? piece : Buffer.concat([this.#carried, piece]);
    const end = endOfRows(bytes);
    const begun = this.#offset;
    const isWhole = this.#split(bytes.subarray(0, end));
    this.#carried = bytes.subarray(isWhole ? end : this.#offset - begun);
    return isWhole && this.#carried.length <= this.#longest ? null : this.#carried;
  }

  /** The last row, when the text does not end with a line end; returns it where the parser must take it from `offset` on. */
  finish(): Buffer | null {
    const last = this.#carried;
    this.#carried = Buffer.alloc(0);
    return this.#split(last) ? null : last;
  }

  /** Whether all of the rows are plain; else it has stopped at the first that is not. */
  #split(bytes: Buffer): boolean {
    if (bytes.length === 0) return true;
    const text = bytes.toString('utf8');
    const isAscii = text.length === bytes.length;
    let start = 0;
    const hasQuotes = text.includes('"');
    for (const row of text.split(/\r\n|[\n\r]/)) {
      const fields = hasQuotes && row.includes('"') ? plainFields(row, this.#delimiter) : row.split(this.#delimiter);
      if (fields === null) return false;
      this.#offset += isAscii ? row.length : Buffer.byteLength(row);
      start += row.length;
      const breakLength = text.startsWith('\r\n', start) ? 2 : start < text.length ? 1 : 0;
      this.#offset += breakLength;
      start += breakLength;
      if (!this.#isBlank(row)) this.#take(fields, this.#offset);
    }
    return true;
  }

  #isBlank(row: string): boolean {
    if (row.length > 0 && row.charCodeAt(0) > 0x20) return false;
    return row.trim() === '' && !row.includes(this.#delimiter);
  }
}

/** Where the last row that surely ends does; a return at the very end may be half of a line end. */
function endOfRows(bytes: Buffer): number {
  for (let i = bytes.length - 1; i >= 0; i--) {
    const byte = bytes[i];
    if (byte === NEWLINE || (byte === RETURN && i + 1 < bytes.length && bytes[i + 1] !== NEWLINE)) return i + 1;
  }
  return 0;
}
