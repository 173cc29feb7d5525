import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvValue, csvText } from '../../../src/render/csv/csv-text.js';

describe('csvText', () => {
  it('ends lines with CRLF, quotes what needs it, doubles quotes, leaves null empty', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          [null, 'two\nlines'],
          [true, 0.1],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""hi"""\r\n,"two\nlines"\r\ntrue,0.1\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
  ])('keeps a spreadsheet from running %j', (text, guarded) => {
    expect(csvText(['a'], [[text]])).toBe(`a\r\n${guarded}\r\n`);
  });

  it('keeps negative and very small numbers numbers', () => {
    expect(csvText(['a'], [[-25], [-1e-9], [-0], [0.1 + 0.2]])).toBe(
      'a\r\n-25\r\n-1e-9\r\n0\r\n0.30000000000000004\r\n',
    );
  });

  it('reads back as it was written', () => {
    const text = fc.string().filter((s) => !/^[=+\-@\t\r]/.test(s));
    const value: fc.Arbitrary<CsvValue> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 8 }), (rows) => {
        // RFC 4180 has no empty text apart from no value; a row of three cells is never an empty line.
        const read = parse(csvText(['a', 'b', 'c'], rows), { fromLine: 2, recordDelimiter: '\r\n' }) as string[][];
        expect(read).toEqual(rows.map((row) => row.map((cell) => String(cell))));
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
