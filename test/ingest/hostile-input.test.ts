import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  readAccount,
  readCorrelations,
  readJsonObject,
  readLimits,
  readMarket,
  readNames,
  readPositions,
  readPrices,
  readTrades,
} from '../../src/ingest/index.js';
import { wholeText } from '../../src/ingest/json/whole-text.js';
import { InputFault } from '../../src/ingest/source/input-fault.js';
import type { TextSource } from '../../src/ingest/source/text-source.js';
import { places, readText } from './read-text.js';

const READERS = {
  positions: (text: string | Buffer) => readText(text, (path, io) => readPositions(path, io, { venue: null })),
  market: (text: string | Buffer) => readText(text, (path, io) => readMarket(path, io, { venue: null })),
  correlations: (text: string | Buffer) => readText(text, readCorrelations),
  prices: (text: string | Buffer) => readText(text, readPrices),
  limits: (text: string | Buffer) => readText(text, readLimits),
  account: (text: string | Buffer) => readText(text, readAccount),
  trades: (text: string | Buffer) => readText(text, readTrades),
  names: (text: string | Buffer) => readText(text, readNames),
  config: (text: string | Buffer) => readText(text, (path, io) => readJsonObject(path, io, 'config')),
};

const DEEP = 100_000;
const HOSTILE: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', ''],
  ['blanks', ' \n\t\r\n '],
  ['a NUL', 'instrument,quantity\n\0,1\n'],
  ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 251))],
  ['an open quote', `instrument,quantity\n"${'BTC,1\n'.repeat(1000)}`],
  ['quotes only', '"""""""\n"""\n'],
  ['delimiters only', ',,,,\n,,,,\n'],
  ['deep arrays', '['.repeat(DEEP)],
  ['deep objects', '{"a":'.repeat(DEEP)],
  ['half an object', '{"instrument": "BTC-PERP'],
  ['a number', '42'],
  ['an array of null', '[null, null]'],
  ['the name of a prototype', '[{"__proto__": {"quantity": 1}, "constructor": 1, "instrument": "BTC-PERPETUAL"}]'],
  ['a header of prototypes', '__proto__,constructor,instrument,quantity\n1,2,toString,3\n'],
  ['half a gzip', gzipSync('instrument,quantity\n').subarray(0, 9)],
];

describe('tens of thousands of unknown columns', () => {
  const names = Array.from({ length: 50_000 }, (_, i) => `c${i}`);

  it('are told of by twenty, and counted', async () => {
    const text = `instrument,quantity,${names.join()}\nBTC-PERPETUAL,1,${names.map(() => '1').join()}\n`;
    const { value, issues } = await READERS.positions(text);
    expect(value).toMatchObject({ positions: [{ quantity: 1 }] });
    expect(issues).toHaveLength(21);
    expect(issues[19]).toMatchObject({ code: 'COLUMN_UNKNOWN', field: 'c19', line: 1 });
    expect(issues[20]?.message).toBe('49980 more COLUMN_UNKNOWN warnings in this file, the last on line 1');
  });

  it('are no long list where one is missing', async () => {
    const { issues } = await READERS.positions(`instrument,${names.join()}\n`);
    const missing = issues.find(({ code }) => code === 'COLUMN_MISSING');
    expect(missing?.message).toMatch(/^column quantity is missing; found instrument, c0, .*, c18 and 49981 more$/);
  });

  it('that are repeated are told of likewise', async () => {
    const { issues } = await READERS.positions(`instrument,quantity,${names.map(() => 'c').join()}\n`);
    expect(issues.map(({ message }) => message)).toContainEqual(expect.stringContaining('more COLUMN_REPEATED errors'));
    expect(issues.length).toBeLessThan(25);
  });
});

describe('hostile input', () => {
  const cases = Object.entries(READERS).flatMap(([name, read]) =>
    HOSTILE.map(([what, text]) => [name, what, read, text] as const),
  );

  it.each(cases)('%s: %s is answered with issues, or with names', async (name, _what, read, text) => {
    const { issues, value } = await read(text);
    if (name !== 'names') expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(issue.message).not.toMatch(/undefined|\[object|NaN\b/);
    expect(value).toBeDefined();
  });

  it('does not let a key become a prototype', async () => {
    const { value } = await READERS.config('{"__proto__": {"polluted": true}, "a": 1}');
    expect(Object.keys(value)).toEqual(['__proto__', 'a']);
    expect('polluted' in value).toBe(false);
  });

  it('reads a name of a hundred thousand characters as an unknown name', async () => {
    const read = await READERS.positions(`instrument,quantity\n${'x'.repeat(100_000)},1\nBTC-PERPETUAL,5\n`);
    expect(places(read)).toEqual(['INSTRUMENT_UNKNOWN 2:1']);
    expect(read.issues[0]?.value).toBe(`${'x'.repeat(200)}...`);
    expect(read.issues[0]?.message.length).toBeLessThan(400);
    expect(read.value.positions).toHaveLength(1);
  });

  it.each([
    ['digits', `${'1'.repeat(500_000)}x`],
    ['blanks', `1${' '.repeat(500_000)}x`],
    ['signs', '-'.repeat(500_000)],
    ['separators', `${'1,'.repeat(250_000)}x`],
  ])('reads half a million %s as no number', async (_what, text) => {
    const read = await READERS.positions(`instrument,quantity\nBTC-PERPETUAL,"${text}"\n`);
    expect(places(read)).toEqual(['FIELD_NOT_A_NUMBER 2:15']);
  });

  it('says of a table that is a header only that it has no rows', async () => {
    expect(places(await READERS.market('instrument,bid,ask\r\n'))).toEqual(['FILE_NO_ROWS']);
  });

  it('says where the nesting is too deep', async () => {
    expect(places(await READERS.positions('['.repeat(DEEP)))).toEqual(['JSON_TOO_DEEP 1:1']);
    const ndjson = `{"instrument":"BTC-PERPETUAL","quantity":5}\n{"a":${'['.repeat(DEEP)}\n`;
    expect(places(await READERS.positions(ndjson))).toEqual(['JSON_TOO_DEEP 2:1']);
  });

  it('refuses a line of NDJSON of more than a mebibyte', async () => {
    const text = `{"instrument":"BTC-PERPETUAL","quantity":5}\n{"instrument":"${'x'.repeat(1 << 21)}"}\n`;
    const read = await READERS.positions(text);
    expect(read.issues.map(({ code, message, line }) => [code, message, line])).toEqual([
      ['NDJSON_LINE_TOO_LONG', 'line is longer than 1048576 bytes; nothing after it could be read', 2],
    ]);
    expect(read.value.positions).toHaveLength(1);
  });

  it('refuses a JSON document beyond what it holds in memory', async () => {
    const pieces = (async function* () {
      for (let i = 0; i < 3; i++) yield Buffer.alloc(1 << 20, ' ');
    })();
    const source: TextSource = { file: 'big.json', head: '', pieces, sha256: () => '' };
    const fault = await wholeText(source, 2).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(InputFault);
    expect(fault).toMatchObject({
      issue: {
        code: 'FILE_TOO_LARGE',
        message: 'big.json is a JSON document of more than 2 MiB, which is read as a whole',
      },
    });
  });

  it('keeps ten thousand complaints of a kind and counts the rest', async () => {
    const read = await READERS.positions(`instrument,quantity\n${'BTC-PERPETUAL,x\n'.repeat(10_050)}`);
    expect(read.issues).toHaveLength(10_001);
    expect(read.issues.at(-1)).toMatchObject({
      code: 'FILE_MORE_ERRORS',
      message: '50 more FIELD_NOT_A_NUMBER errors in this file, the last on line 10051',
    });
  });
});
