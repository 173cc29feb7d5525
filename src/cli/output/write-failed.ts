import type { Writable } from 'node:stream';

/** The system takes no more on a stream (a full disk, say): nothing that is wrong with margo or with the user's data. */
export class WriteFailed extends Error {
  readonly stream: Writable;

  constructor(stream: Writable, cause: Error) {
    super(cause.message, { cause });
    this.name = 'WriteFailed';
    this.stream = stream;
  }
}
