import type { Issue } from '../domain/index.js';
import type { Manifest, Status } from '../schema/envelope.js';

/** What a use case returns: the whole document. The cli turns it into text and an exit code. */
export interface Outcome<R> {
  readonly schema: string;
  readonly status: Status;
  readonly manifest: Manifest;
  readonly result: R | null;
  readonly issues: readonly Issue[];
}
