import { Readable, Writable } from 'node:stream';
import type { Io } from '../../src/domain/index.js';

/** A world of its own for one reading: a working directory, and a standard input that holds the given bytes. */
export function anIo(cwd: string, stdin: string | Buffer = ''): Io {
  const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: sink(),
    stderr: sink(),
    env: {},
    cwd,
    now: () => 0,
    elapsed: () => 0,
    signal: new AbortController().signal,
  };
}
