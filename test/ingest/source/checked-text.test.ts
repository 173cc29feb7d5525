import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedText } from '../../../src/ingest/source/checked-text.js';
import { InputFault } from '../../../src/ingest/source/input-fault.js';

/** The text read in pieces of the given lengths (the last one repeated), or the issue of the fault. */
async function readIn(bytes: Buffer, lengths: readonly number[]): Promise<string | InputFault> {
  async function* pieces() {
    let from = 0;
    for (let i = 0; from < bytes.length; i++) {
      const length = lengths[Math.min(i, lengths.length - 1)] ?? 1;
      yield bytes.subarray(from, from + length);
      from += length;
    }
  }
  let text = '';
  try {
    for await (const piece of checkedText(pieces(), 'f.csv')) text += piece.toString('utf8');
  } catch (error) {
    if (error instanceof InputFault) return error;
    throw error;
  }
  return text;
}

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });

describe('checkedText', () => {
  it('gives back any text, however it is cut, and never splits a character', async () => {
    const anyText = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').replace(/^\ufeff+/, ''));
    await fc.assert(
      fc.asyncProperty(anyText, lengths, async (text, cuts) => {
        const whole = Buffer.from(text, 'utf8');
        expect(await readIn(whole, cuts)).toBe(whole.toString('utf8'));
      }),
      { seed: 21 },
    );
  });

  it.each([1, 2, 3, 100])('takes a byte order mark off, read %d bytes at a time', async (length) => {
    expect(await readIn(Buffer.from('\ufeffa,ü\n'), [length])).toBe('a,ü\n');
  });

  it('names line and character of the first bad byte, however the text is cut', async () => {
    const bad = Buffer.concat([Buffer.from('a,b\nzü😀,'), Buffer.from([0xfc]), Buffer.from('rich\n')]);
    await fc.assert(
      fc.asyncProperty(lengths, async (cuts) => {
        const fault = await readIn(bad, cuts);
        expect(fault).toMatchObject({ issue: { code: 'FILE_NOT_UTF8', line: 2, column: 6 } });
      }),
      { seed: 22 },
    );
  });

  it('names line and character of a NUL', async () => {
    const fault = await readIn(Buffer.from('a,b\nc\0,d\n'), [3]);
    expect(fault).toMatchObject({ issue: { code: 'FILE_NOT_TEXT', line: 2, column: 2 } });
  });

  it('refuses a text that ends within a character', async () => {
    const fault = await readIn(Buffer.from('ü').subarray(0, 1), [1]);
    expect(fault).toMatchObject({ issue: { code: 'FILE_NOT_UTF8', line: 1, column: 1 } });
  });

  it.each([
    [0xff, 0xfe],
    [0xfe, 0xff],
  ])('says of UTF-16 what it is (%d %d)', async (first, second) => {
    const fault = await readIn(Buffer.from([first, second, 0x61, 0x00]), [4]);
    expect(fault).toMatchObject({ issue: { message: 'f.csv is not UTF-8: it is UTF-16' } });
  });
});
