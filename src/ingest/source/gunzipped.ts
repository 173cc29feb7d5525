import { InputFault } from './input-fault.js';
import { inputName } from './input-name.js';

const isGzip = (bytes: Buffer) => bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The bytes of a gzip file unpacked, those of any other file as they are. A gzip file is known by its first two bytes;
 * one named `.gz` without them is refused. Throws `InputFault` for a broken or truncated one.
 */
export async function* gunzipped(stored: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  let ended = false;
  while (head.length < 2 && !ended) {
    const next = await stored.next();
    if (next.done === true) ended = true;
    else head = Buffer.concat([head, next.value]);
  }
  const whole = prefixed(head, stored);
  if (isGzip(head)) yield* unpack(whole, file);
  else if (/\.gz$/i.test(file)) throw broken(file, 'it does not begin as one');
  else yield* whole;
}

async function* unpack(packed: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  // A file that is not packed does not wait for these.
  const [{ Readable }, { createGunzip }] = await Promise.all([import('node:stream'), import('node:zlib')]);
  const input = Readable.from(packed, { objectMode: false });
  const gunzip = createGunzip();
  input.on('error', (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw broken(file, 'it ends too early');
    if (code.startsWith('Z_')) throw broken(file, 'its data are damaged');
    throw error;
  }
}

async function* prefixed(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

function broken(file: string, detail: string): InputFault {
  return new InputFault('FILE_GZIP_BROKEN', { at: { file, line: 0, column: 0 }, subject: inputName(file), detail });
}
