import { InputFault } from '../source/input-fault.js';
import type { TextSource } from '../source/text-source.js';

const MAX_LINE_BYTES = 1 << 20;
const NEWLINE = 0x0a;

/** Calls `take` with each line of a text (without its end) and its number, from 1. Throws `InputFault` beyond a mebibyte. */
export async function textLines(source: TextSource, take: (text: string, line: number) => void): Promise<void> {
  let begun: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const piece of source.pieces) {
    const bytes = begun.length === 0 ? piece : Buffer.concat([begun, piece]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      if (end - from > MAX_LINE_BYTES) throw tooLong(source.file, line);
      take(bytes.toString('utf8', from, end), line);
      line += 1;
      from = end + 1;
    }
    begun = bytes.subarray(from);
    if (begun.length > MAX_LINE_BYTES) throw tooLong(source.file, line);
  }
  if (begun.length > 0) take(begun.toString('utf8'), line);
}

function tooLong(file: string, line: number): InputFault {
  return new InputFault('NDJSON_LINE_TOO_LONG', { at: { file, line, column: 1 }, detail: `${MAX_LINE_BYTES} bytes` });
}
