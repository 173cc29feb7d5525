import type { SourceLocation } from '../../domain/index.js';
import type { CsvDelimiter } from './csv-delimiter.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;

/**
 * The bytes of the row at hand, so that a complaint can name line and character without the parser keeping them for every
 * row. Offsets count bytes of the text from its beginning.
 */
export class CsvWindow {
  readonly #file: string;
  readonly #delimiter: number;
  #bytes: Buffer = Buffer.alloc(0);
  /** Offset of `#bytes[0]`. */
  #base = 0;
  /** Where the row at hand begins; earlier bytes are dropped with the next piece. */
  #rowStart = 0;
  /** Lines are counted up to here. */
  #countedTo = 0;
  #line = 1;

  constructor(file: string, delimiter: CsvDelimiter) {
    this.#file = file;
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Takes in the next piece of the text, before the parser does. */
  append(piece: Buffer): void {
    this.#countLines(this.#rowStart);
    const kept = this.#bytes.subarray(this.#rowStart - this.#base);
    this.#base = this.#rowStart;
    this.#bytes = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
  }

  /** Says that the next row begins at this offset. */
  beginRow(offset: number): void {
    this.#rowStart = offset;
  }

  /** Where a field of the row at hand begins (`0` is the first); the row's beginning when it has fewer fields. */
  locate(field: number): SourceLocation {
    const row = this.#firstContent(this.#rowStart - this.#base);
    this.#countLines(row + this.#base);
    const start = this.#fieldStart(row, field);
    let line = this.#line;
    let lineStart = row;
    for (let i = row; i < start; i++) {
      if (!this.#endsLine(i)) continue;
      line += 1;
      lineStart = i + 1;
    }
    const column = this.#bytes.toString('utf8', lineStart, start).length + 1;
    return { file: this.#file, line, column };
  }

  /** The last field the row at hand has begun, in order to name the one that was left open. */
  lastField(): number {
    const row = this.#firstContent(this.#rowStart - this.#base);
    let field = 0;
    while (this.#fieldStart(row, field + 1) !== row) field += 1;
    return field;
  }

  #countLines(offset: number): void {
    const end = offset - this.#base;
    for (let i = this.#countedTo - this.#base; i < end; i++) if (this.#endsLine(i)) this.#line += 1;
    this.#countedTo = Math.max(this.#countedTo, offset);
  }

  #endsLine(i: number): boolean {
    const byte = this.#bytes[i];
    return byte === NEWLINE || (byte === RETURN && this.#bytes[i + 1] !== NEWLINE);
  }

  #isBlank(byte: number | undefined): boolean {
    return byte === SPACE || (byte === TAB && this.#delimiter !== TAB);
  }

  /** Past the blank lines that the parser skips. */
  #firstContent(from: number): number {
    let lineStart = from;
    for (let i = from; i < this.#bytes.length; i++) {
      const byte = this.#bytes[i];
      if (byte === NEWLINE || byte === RETURN) lineStart = i + 1;
      else if (!this.#isBlank(byte)) break;
    }
    return lineStart;
  }

  #fieldStart(row: number, field: number): number {
    let i = this.#skipBlanks(row);
    for (let passed = 0; passed < field; passed++) {
      i = this.#fieldEnd(i);
      if (this.#bytes[i] !== this.#delimiter) return row;
      i = this.#skipBlanks(i + 1);
    }
    return i;
  }

  #skipBlanks(from: number): number {
    let i = from;
    while (this.#isBlank(this.#bytes[i])) i += 1;
    return i;
  }

  /** The offset of the delimiter or line end after the field, by the parser's rules for quotes. */
  #fieldEnd(from: number): number {
    let i = from;
    if (this.#bytes[i] === QUOTE) {
      i += 1;
      while (i < this.#bytes.length && (this.#bytes[i] !== QUOTE || this.#bytes[i + 1] === QUOTE)) {
        i += this.#bytes[i] === QUOTE ? 2 : 1;
      }
      i += 1;
    }
    while (i < this.#bytes.length) {
      const byte = this.#bytes[i];
      if (byte === this.#delimiter || byte === NEWLINE || byte === RETURN) break;
      i += 1;
    }
    return i;
  }
}
