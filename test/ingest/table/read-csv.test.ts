import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IssueList } from '../../../src/ingest/issue-list.js';
import type { TextSource } from '../../../src/ingest/source/text-source.js';
import { Header } from '../../../src/ingest/table/header.js';
import { readCsv } from '../../../src/ingest/table/read-csv.js';

const LAYOUT = { known: ['a', 'b', 'c'], required: ['a'], others: 'open', rowsAre: 'rows' } as const;

interface Field {
  readonly text: string;
  readonly place: string;
}

/** Every row as its fields and where each begins, the text cut into pieces of `length` bytes. */
async function fieldsOf(text: string, length = 1 << 16) {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
  }
  const head = text.trimStart().split(/[\r\n]/)[0] ?? '';
  const source: TextSource = { file: 'f.csv', head, pieces: pieces(), sha256: () => '' };
  const issues = new IssueList();
  const rows: Field[][] = [];
  const count = await readCsv(source, new Header(LAYOUT, issues), issues, (row) => {
    rows.push(
      [0, 1, 2].map((slot) => {
        const { line, column } = row.at(slot);
        return { text: row.text(slot), place: `${line}:${column}` };
      }),
    );
  });
  const said = issues.all().map(({ code, line, column }) => `${code} ${line}:${column}`);
  return { rows, said, count };
}

const texts = (rows: readonly (readonly Field[])[]) => rows.map((row) => row.map(({ text }) => text));
const placesIn = (rows: readonly (readonly Field[])[]) => rows.map((row) => row.map(({ place }) => place));

describe('readCsv', () => {
  it('trims fields, keeps blanks inside quotes apart from the ends, and reads doubled quotes', async () => {
    const { rows } = await fieldsOf('a,b,c\n x , "y ""z""" ,\n"p, q",  "r\n s",t\n');
    expect(texts(rows)).toEqual([
      ['x', '"y "z""', ''],
      ['p, q', 'r\n s', 't'],
    ]);
  });

  it('places fields in characters, over blank lines, quotes, line breaks in quotes and letters of many bytes', async () => {
    const { rows } = await fieldsOf('\n\na,b,c\r\n\r\n  \r\nZürich,😀,x\r\n"1\r\n2", "y",z\r\n');
    expect(placesIn(rows)).toEqual([
      ['6:1', '6:8', '6:11'],
      ['7:1', '8:5', '8:9'],
    ]);
  });

  it('reads any line end, mixed ones too', async () => {
    const { rows } = await fieldsOf('a,b,c\r1,2,3\n4,5,6\r\n7,8,9');
    expect(texts(rows)).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ]);
    expect(placesIn(rows).map(([first]) => first)).toEqual(['2:1', '3:1', '4:1']);
  });

  it('leaves a stray quote in the text', async () => {
    const { rows, said } = await fieldsOf('a,b,c\n12" pipe,"x"y,z\n');
    expect(texts(rows)).toEqual([['12" pipe', '"x"y', 'z']]);
    expect(said).toEqual([]);
  });

  it('reports a row that is too wide or too narrow, and reads on', async () => {
    const { rows, said, count } = await fieldsOf('a,b,c\n1,2\n1,2,3,4\n,,\n5,6,7\n');
    expect(said).toEqual(['CSV_FIELD_COUNT 2:1', 'CSV_FIELD_COUNT 3:1']);
    expect(texts(rows)).toEqual([
      ['', '', ''],
      ['5', '6', '7'],
    ]);
    expect(count).toBe(4);
  });

  it('reports every fault of the header at once and reads no row', async () => {
    const { rows, said, count } = await fieldsOf('b,c,b,\n1,2,3,4\n');
    expect(said).toEqual(['COLUMN_REPEATED 1:5', 'COLUMN_UNNAMED 1:7', 'COLUMN_MISSING 1:1']);
    expect(rows).toEqual([]);
    expect(count).toBe(1);
  });

  it('names the quote that is not closed', async () => {
    const { rows, said } = await fieldsOf('a,b,c\n1,2,3\n4,"5,6\n7,8,9\n');
    expect(texts(rows)).toEqual([['1', '2', '3']]);
    expect(said).toEqual(['CSV_QUOTE_OPEN 3:3']);
  });

  it('stops at a row of more than a mebibyte', async () => {
    const { rows, said } = await fieldsOf(`a,b,c\n1,2,3\n4,"${'x,y\n'.repeat(300_000)}`);
    expect(rows).toHaveLength(1);
    expect(said).toEqual(['CSV_ROW_TOO_LONG 3:1']);
  });

  it('reads a field of a hundred thousand characters', async () => {
    const long = 'x'.repeat(100_000);
    const { rows } = await fieldsOf(`a,b,c\n${long},2,3\n4,5,6\n`);
    expect(texts(rows)).toEqual([
      [long, '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(placesIn(rows)[0]).toEqual(['2:1', '2:100002', '2:100004']);
  });

  it('passes on what the taker of a row throws', async () => {
    const source: TextSource = {
      file: 'f.csv',
      head: 'a',
      pieces: (async function* () {
        yield Buffer.from('a\n1\n');
      })(),
      sha256: () => '',
    };
    const issues = new IssueList();
    const failing = readCsv(source, new Header(LAYOUT, issues), issues, () => {
      throw new RangeError('a fault of ours');
    });
    await expect(failing).rejects.toThrow('a fault of ours');
  });

  it('gives the same fields and places however the text is cut', async () => {
    const cell = fc.constantFrom('', '1', 'ü', '"q"', '"a\n""b"', '"c\r\nd"', ' e ', '"x"y');
    const line = fc.oneof(
      { weight: 4, arbitrary: fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join(',')) },
      { weight: 1, arbitrary: fc.constantFrom('', '  ') },
    );
    const table = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'));
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), async ([lines, newline], length) => {
        const text = ['a,b,c', ...lines].join(newline);
        expect(await fieldsOf(text, length)).toEqual(await fieldsOf(text));
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it('places every field where its text is found in the file', async () => {
    const word = fc.stringMatching(/^[a-zäß€😀]{1,4}$/u);
    const cell = fc.oneof(
      word.map((text) => [text, text] as const),
      fc.tuple(word, word).map(([x, y]) => [`"${x}\n${y}"`, `"${x}`] as const),
    );
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const text = ['a,b,c', ...cells.map((row) => row.map(([written]) => written).join(','))].join('\n');
        const lines = text.split('\n');
        const { rows } = await fieldsOf(text);
        const found = rows.flatMap((row) => row.map(({ place }) => place.split(':').map(Number)));
        for (const [i, [, beginning]] of cells.flat().entries()) {
          const [line = 0, column = 0] = found[i] ?? [];
          expect(lines[line - 1]?.slice(column - 1).startsWith(beginning)).toBe(true);
        }
        expect(found).toHaveLength(cells.length * 3);
      }),
      { seed: 42 },
    );
  });
});
