import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvDelimiter } from '../../../src/ingest/table/csv-delimiter.js';
import { PlainRows } from '../../../src/ingest/table/plain-rows.js';

interface Split {
  readonly records: (readonly string[])[];
  readonly ends: number[];
  readonly left: string | null;
  readonly offset: number;
}

function split(text: string, pieceBytes: number, delimiter: CsvDelimiter = ',', longest = 1 << 20): Split {
  const records: (readonly string[])[] = [];
  const ends: number[] = [];
  const rows = new PlainRows(delimiter, longest, (record, end) => {
    records.push(record.map((field) => field.trim()));
    ends.push(end);
  });
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += pieceBytes) {
    const left = rows.write(bytes.subarray(i, i + pieceBytes));
    if (left !== null) return { records, ends, left: left.toString(), offset: rows.offset };
  }
  const last = rows.finish();
  return { records, ends, left: last?.toString() ?? null, offset: rows.offset };
}

describe('PlainRows', () => {
  it('splits rows and tells where each ends', () => {
    expect(split('a,b\n1,2\n\n3,4', 1000)).toEqual({
      records: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      ends: [4, 8, 12],
      left: null,
      offset: 12,
    });
  });

  it('counts bytes, not characters', () => {
    expect(split('ä,b\r\n€,2\r\n', 1000).ends).toEqual([6, 13]);
  });

  it('stops before the row that holds a quote', () => {
    expect(split('a,b\n1,2\n3,"4\n5"\n', 1000)).toEqual({
      records: [
        ['a', 'b'],
        ['1', '2'],
      ],
      ends: [4, 8],
      left: '3,"4\n5"\n',
      offset: 8,
    });
  });

  it('takes fields that are quoted as a whole, and stops before a quote of another kind', () => {
    const text = 'a,b\n"é,1","2"\n"x""y",3\n';
    for (const pieceBytes of [1000, 4]) {
      const { records, ends, left, offset } = split(text, pieceBytes);
      expect(records).toEqual([
        ['a', 'b'],
        ['é,1', '2'],
      ]);
      expect([ends, offset]).toEqual([[4, 15], 15]);
      expect(text.slice(text.indexOf('"x"'))).toContain(left);
    }
  });

  it('hands over a last row whose quote is open', () => {
    expect(split('a,b\n1,"2', 1000)).toMatchObject({ left: '1,"2', offset: 4 });
  });

  it('hands over a row that grows beyond what a row may be', () => {
    expect(split(`a,b\n${'x'.repeat(50)}`, 10, ',', 20).left).toMatch(/^x{21,}$/);
  });

  it('keeps a line end together that falls between two pieces', () => {
    expect(split('a\r\nb\r\n', 2).records).toEqual([['a'], ['b']]);
  });

  it('gives the rows csv-parse gives, whatever the pieces', () => {
    const field = fc.stringMatching(/^[a-zé0-9 .-]{0,6}$/);
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    const ending = fc.constantFrom('\n', '\r\n', '\r');
    const delimiters = fc.constantFrom<CsvDelimiter>(',', ';', '\t');
    fc.assert(
      fc.property(
        table,
        ending,
        delimiters,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (rows, end, delimiter, size, last) => {
          const text = rows.map((row) => row.join(delimiter)).join(end) + (last ? end : '');
          const expected = parse(text, {
            delimiter,
            record_delimiter: ['\r\n', '\n', '\r'],
            relax_column_count: true,
            relax_quotes: true,
            ltrim: true,
            skip_empty_lines: true,
          }) as string[][];
          expect(split(text, size, delimiter).records).toEqual(expected.map((row) => row.map((cell) => cell.trim())));
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });
});
