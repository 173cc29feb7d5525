import type { Writable } from 'node:stream';
import { WriteFailed } from './write-failed.js';

/**
 * Writes to a stream and waits until it has taken everything, so that nothing is lost when the process ends. A reader that has gone
 * (`margo ... | head`) is no failure: the rest is not wanted.
 *
 * @throws WriteFailed when the system refuses
 */
export function writeText(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.destroyed) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      stream.off('error', settle);
      if (error === undefined || error === null || isGone(error)) resolve();
      else reject(new WriteFailed(stream, error));
    };
    stream.once('error', settle);
    stream.write(text.endsWith('\n') ? text : `${text}\n`, settle);
  });
}

function isGone(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
