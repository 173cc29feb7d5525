import { createHash } from 'node:crypto';
import type { Io } from '../../domain/index.js';
import { checkedText } from './checked-text.js';
import { gunzipped } from './gunzipped.js';
import type { InlineJson, Input } from './input.js';
import { storedBytes } from './stored-bytes.js';

/** The first line is looked for in this much of the file. */
const HEAD_BYTES = 1 << 20;

/** A text input, opened: unpacked, checked to be UTF-8, read piece by piece. */
export interface TextSource {
  /** The path as the user wrote it; `-` for standard input. */
  readonly file: string;
  /** The text up to the end of its first line that is not blank (or a mebibyte); still part of `pieces`. */
  readonly head: string;
  /** The whole text in pieces of whole characters; can be read once. Throws `InputFault`. */
  readonly pieces: AsyncIterable<Buffer>;
  /** SHA-256 of the stored bytes; call it after `pieces` has ended. */
  readonly sha256: () => string;
  /** Set where the source is a part of a document that was read already; `pieces` has nothing then. */
  readonly inline?: InlineJson;
}

/** Opens a path (relative to `io.cwd`; `-` is standard input) and reads its head. Throws `InputFault`. */
export async function openText(input: Input, io: Io): Promise<TextSource> {
  if (typeof input !== 'string') return partOfDocument(input);
  const path = input;
  const hash = createHash('sha256');
  const text = checkedText(gunzipped(storedBytes(path, io, hash), path), path);
  let head = Buffer.alloc(0);
  while (!hasWholeLine(head) && head.length < HEAD_BYTES) {
    const next = await text.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return {
    file: path,
    head: headOf(head),
    pieces: prefixed(head, text),
    sha256: () => hash.digest('hex'),
  };
}

function partOfDocument(inline: InlineJson): TextSource {
  return { file: inline.file, head: '[', pieces: noPieces(), sha256: () => '', inline };
}

/** Whoever holds the document has hashed and checked its text. */
async function* noPieces(): AsyncGenerator<Buffer> {}

function hasWholeLine(head: Buffer): boolean {
  return endOfFirstLine(head.toString('utf8')) !== -1;
}

function headOf(head: Buffer): string {
  const text = head.toString('utf8', 0, HEAD_BYTES);
  const end = endOfFirstLine(text);
  return end === -1 ? text : text.slice(0, end);
}

/** Where the first line that is not blank ends, or -1. */
function endOfFirstLine(text: string): number {
  const start = text.search(/\S/);
  return start === -1 ? -1 : text.indexOf('\n', start);
}

async function* prefixed(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}
