import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPositions } from '../../../src/ingest/index.js';
import { openText } from '../../../src/ingest/source/text-source.js';
import { anIo } from '../an-io.js';

const FORMATS = join(import.meta.dirname, '../../../fixtures/formats');
const TEXT = '\n\ninstrument,quantity\nBTC-PERPETUAL,10\n';
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

async function wholeOf(bytes: string | Buffer) {
  const source = await openText('-', anIo('/', bytes));
  let text = '';
  for await (const piece of source.pieces) text += piece.toString('utf8');
  return { text, head: source.head, sha256: source.sha256() };
}

describe('openText', () => {
  it('reads standard input; the head is the first line with something on it', async () => {
    expect(await wholeOf(TEXT)).toEqual({ text: TEXT, head: '\n\ninstrument,quantity', sha256: sha256(TEXT) });
  });

  it('knows gzip by its first bytes; the hash is that of the packed bytes', async () => {
    const packed = gzipSync(TEXT);
    expect(await wholeOf(packed)).toMatchObject({ text: TEXT, sha256: sha256(packed) });
  });

  it('reads several gzip members as one text', async () => {
    const packed = Buffer.concat([gzipSync('a,b\n'), gzipSync('1,2\n')]);
    expect((await wholeOf(packed)).text).toBe('a,b\n1,2\n');
  });

  it('reads an empty input', async () => {
    expect(await wholeOf('')).toEqual({ text: '', head: '', sha256: sha256('') });
  });

  it('reads one byte at a time', async () => {
    const packed = gzipSync(TEXT);
    const stdin = Readable.from([...packed].map((byte) => Buffer.from([byte])));
    const source = await openText('-', { ...anIo('/'), stdin });
    let text = '';
    for await (const piece of source.pieces) text += piece.toString('utf8');
    expect(text).toBe(TEXT);
  });
});

describe('a source', () => {
  it('resolves paths against the working directory and keeps them as written', async () => {
    const { source } = await readPositions('comma.csv', anIo(FORMATS), { venue: null });
    expect(source).toMatchObject({ role: 'positions', file: 'comma.csv' });
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has no hash when it could not be read to its end', async () => {
    const { source } = await readPositions('missing.csv', anIo(FORMATS), { venue: null });
    expect(source).toEqual({ role: 'positions', file: 'missing.csv', sha256: '' });
  });

  it('is hashed to its end even when its header is refused', async () => {
    const text = `symbol,qty\n${'BTC-PERPETUAL,1\n'.repeat(20_000)}`;
    const { source, value } = await readPositions('-', anIo('/', text), { venue: null });
    expect(source.sha256).toBe(sha256(text));
    expect(value.positions).toEqual([]);
  });

  it('passes an abort on instead of blaming the file', async () => {
    const io = { ...anIo(FORMATS), signal: AbortSignal.abort() };
    await expect(readPositions('comma.csv', io, { venue: null })).rejects.toThrow('abort');
  });
});
