import { isUtf8 } from 'node:buffer';
import type { SourceLocation } from '../../domain/index.js';
import { InputFault } from './input-fault.js';
import { inputName } from './input-name.js';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const NEWLINE = 0x0a;

/**
 * The same bytes without a byte order mark, in pieces that never split a character.
 * Throws `InputFault`, with line and column, at the first byte that no UTF-8 text has.
 */
export async function* checkedText(bytes: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  const place = new TextPlace(file);
  let carried: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const piece of bytes) {
    let joined = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
    if (first && joined.length < BOM.length) {
      carried = joined;
      continue;
    }
    if (first) {
      refuseUtf16(joined, file);
      if (joined.subarray(0, BOM.length).equals(BOM)) joined = joined.subarray(BOM.length);
      first = false;
    }
    const end = wholeCharacters(joined);
    carried = joined.subarray(end);
    if (end > 0) yield checked(joined.subarray(0, end), place);
  }
  if (first) refuseUtf16(carried, file);
  if (carried.length > 0) yield checked(carried, place);
}

/** Counts lines up to the piece at hand. */
class TextPlace {
  #line = 1;
  #columnsBefore = 0;
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  after(text: Buffer): void {
    for (let at = text.indexOf(NEWLINE); at !== -1; at = text.indexOf(NEWLINE, at + 1)) this.#line += 1;
    const lastBreak = text.lastIndexOf(NEWLINE);
    const tail = text.subarray(lastBreak + 1).toString('utf8').length;
    this.#columnsBefore = lastBreak === -1 ? this.#columnsBefore + tail : tail;
  }

  here(): SourceLocation {
    return { file: this.file, line: this.#line, column: this.#columnsBefore + 1 };
  }
}

function checked(text: Buffer, place: TextPlace): Buffer {
  const nul = text.indexOf(0);
  if (nul !== -1 && isUtf8(text.subarray(0, nul))) {
    place.after(text.subarray(0, nul));
    throw new InputFault('FILE_NOT_TEXT', { at: place.here(), subject: inputName(place.file), detail: '0x00' });
  }
  if (!isUtf8(text)) {
    const valid = validLength(text);
    place.after(text.subarray(0, valid));
    const detail = `byte 0x${(text[valid] ?? 0).toString(16).padStart(2, '0')} is out of place`;
    throw new InputFault('FILE_NOT_UTF8', { at: place.here(), subject: inputName(place.file), detail });
  }
  place.after(text);
  return text;
}

/** Length of the longest valid beginning, character by character: only ever called on the piece that is refused. */
function validLength(text: Buffer): number {
  let at = 0;
  while (at < text.length) {
    const length = characterLength(text[at] ?? 0);
    if (at + length > text.length || !isUtf8(text.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

function characterLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Length of the piece without a character whose last bytes are still to come. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < characterLength(byte) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function refuseUtf16(head: Buffer, file: string): void {
  const [first, second] = head;
  const is16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!is16) return;
  const detail = 'it is UTF-16';
  throw new InputFault('FILE_NOT_UTF8', { at: { file, line: 1, column: 1 }, subject: inputName(file), detail });
}
