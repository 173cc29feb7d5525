import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from '../../domain/index.js';
import { accessFault } from './access-fault.js';

/**
 * The bytes of a file, or of standard input for `-`, in pieces, each added to `hash` on its way.
 * Throws `InputFault` when it cannot be opened or read.
 */
export async function* storedBytes(path: string, io: Io, hash: Hash): AsyncGenerator<Buffer> {
  const stream = path === '-' ? io.stdin : createReadStream(resolve(io.cwd, path), { signal: io.signal });
  try {
    for await (const piece of stream) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece as string | Uint8Array);
      hash.update(bytes);
      yield bytes;
    }
  } catch (error) {
    const code = errorCode(error);
    // An abort is not the file's fault: whoever aborted handles it.
    if (code === null || code === 'ABORT_ERR') throw error;
    throw accessFault(path, code);
  }
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
