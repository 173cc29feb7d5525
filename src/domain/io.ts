import type { Readable, Writable } from 'node:stream';

/** Everything a run may touch outside itself, in one object, so that a test can run the program in-process. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Monotonic milliseconds, for timings only. */
  readonly elapsed: () => number;
  /** Aborted on SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
}
