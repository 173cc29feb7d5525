import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { WriteFailed } from '../../../src/cli/output/write-failed.js';
import { writeText } from '../../../src/cli/output/write-text.js';

const failing = (code: string) =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });

describe('writeText', () => {
  it('is done when a slow stream has taken everything', async () => {
    const taken: string[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        setTimeout(() => {
          taken.push(chunk.toString());
          done();
        }, 5);
      },
    });
    await writeText(slow, 'first');
    await writeText(slow, 'second\n');
    expect(taken).toEqual(['first\n', 'second\n']);
  });

  it('writes nothing for no text', async () => {
    await expect(writeText(failing('EIO'), '')).resolves.toBeUndefined();
  });

  it.each(['EPIPE', 'ERR_STREAM_DESTROYED'])('takes %s for a reader that has gone', async (code) => {
    const stream = failing(code);
    stream.on('error', () => undefined);
    await expect(writeText(stream, 'x')).resolves.toBeUndefined();
  });

  it('does not write to a stream that is closed', async () => {
    const stream = failing('EIO').destroy();
    await expect(writeText(stream, 'x')).resolves.toBeUndefined();
  });

  it('fails with the system', async () => {
    const stream = failing('ENOSPC');
    stream.on('error', () => undefined);
    const failure = await writeText(stream, 'x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WriteFailed);
    expect(failure).toMatchObject({ message: 'ENOSPC', stream, cause: { code: 'ENOSPC' } });
    expect(stream.listenerCount('error')).toBe(1);
  });
});
