import type { Io } from '../domain/index.js';
import { exitCode } from './exit-codes.js';

/**
 * The real world as an `Io`. The first SIGINT or SIGTERM aborts the signal, the second ends the process at once. What goes wrong with a
 * stream is told by who writes to it. Streams are made when first asked for: opening standard input costs time, and may hold a terminal.
 */
export function processIo(): Io {
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(exitCode('interrupted'));
    interruption.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveToWriter);
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    elapsed: () => performance.now(),
    signal: interruption.signal,
  };
}

/** An error that nobody listens for would end the process at once, with a stack for the user to read. */
function leaveToWriter(): void {}
