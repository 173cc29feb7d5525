import { InputFault } from '../source/input-fault.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';

const MAX_MEBIBYTES = 64;

/** The whole text of a JSON document, held in memory. Throws `InputFault` beyond 64 MiB. */
export async function wholeText(source: TextSource, maxMebibytes = MAX_MEBIBYTES): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source.pieces) {
    bytes += piece.length;
    if (bytes > maxMebibytes << 20) {
      const at = { file: source.file, line: 0, column: 0 };
      throw new InputFault('FILE_TOO_LARGE', { at, subject: inputName(source.file), detail: `${maxMebibytes} MiB` });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
