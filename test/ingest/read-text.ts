import type { Io } from '../../src/domain/index.js';
import type { Ingested } from '../../src/ingest/index.js';
import { anIo } from './an-io.js';

/** Reads a text as if it came on standard input. */
export function readText<R extends Ingested<unknown>>(
  text: string | Buffer,
  read: (path: string, io: Io) => Promise<R>,
): Promise<R> {
  return read('-', anIo('/', text));
}

/** `code line:column` of every issue. */
export function places({ issues }: Ingested<unknown>): readonly string[] {
  return issues.map(({ code, line, column }) => (line === null ? code : `${code} ${line}:${column}`));
}
