import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/domain/index.js';
import { readDepth } from '../../../src/ingest/index.js';
import { anInstrument, aQuote, NO_OPTION } from '../../optimizer/a-line.js';
import { places, readText } from '../read-text.js';

const oil = { type: 'future', ...NO_OPTION, underlying: 'OIL', multiplier: 1000 } as const;
const index = { type: 'index', expiry: null, ...NO_OPTION } as const;
const QUOTES = new Map<string, Quote>(
  [
    aQuote(anInstrument('C-1'), { bid: 10, ask: 11, tick: 0.5 }),
    aQuote(anInstrument('C-2')),
    aQuote(anInstrument('OIL-F', oil)),
    aQuote(anInstrument('BTC', index), { mark: 60_000 }),
  ].map((quote) => [quote.instrument.name, quote]),
);

const read = (text: string | Buffer) => readText(text, (path, io) => readDepth(path, io, { quotes: QUOTES }));
const rows = (...lines: string[]) => read(`instrument,side,price,size\n${lines.join('\n')}\n`);
const levels = (side: readonly { readonly price: number; readonly size: number }[]) =>
  side.map(({ price, size }) => [price, size]);

describe('readDepth', () => {
  const lines = ['C-1,ask,11.5,4', 'C-1,bid,9,1', 'C-1,ask,11,2', 'C-1,bid,10,3'];
  const objects =
    '{"instrument":"C-1","side":"ask","price":11.5,"size":4},{"instrument":"C-1","side":"bid","price":9,"size":1},{"instrument":"C-1","side":"ask","price":11,"size":2},{"instrument":"C-1","side":"bid","price":10,"size":3}';

  it.each([
    ['CSV', `instrument,side,price,size\n${lines.join('\n')}\n`],
    [
      'semicolons and other columns first',
      `Size;price;SIDE;Instrument\n4;11.5;ask;C-1\n1;9;bid;C-1\n2;11;ask;C-1\n3;10;bid;C-1\n`,
    ],
    [
      'the words of orders',
      `instrument,side,price,size\n${lines.join('\n').replaceAll('ask', 'Sell').replaceAll('bid', 'BUY')}\n`,
    ],
    ['JSON', `[${objects}]`],
    ['NDJSON', objects.replaceAll('},{', '}\n{')],
    ['gzip', gzipSync(`instrument,side,price,size\n${lines.join('\n')}\n`)],
  ])('reads %s, best price first', async (_form, text) => {
    const { value, issues } = await read(text);
    expect(issues).toEqual([]);
    expect([...value.keys()]).toEqual(['C-1']);
    expect(levels(value.get('C-1')!.asks)).toEqual([
      [11, 2],
      [11.5, 4],
    ]);
    expect(levels(value.get('C-1')!.bids)).toEqual([
      [10, 3],
      [9, 1],
    ]);
  });

  it('adds up rows of the same price and keeps the place of the first', async () => {
    const { value, issues } = await rows('C-2,ask,5,1', 'C-2,ask,6,1', 'C-2,ask,5.0,2.5');
    expect(levels(value.get('C-2')!.asks)).toEqual([
      [5, 3.5],
      [6, 1],
    ]);
    expect(value.get('C-2')!.asks[0]!.origin).toMatchObject({ line: 2, column: 9 });
    // The market row of C-2 has no quote to agree with.
    expect(issues.map(({ code }) => code)).toEqual(['DEP_TOP_DIFFERS']);
  });

  it('complains of every bad row, with its place, and keeps the good ones', async () => {
    const read = await rows(
      'C-1,ask,0,1',
      'C-1,ask,-3,1',
      'C-1,ask,,1',
      'C-1,ask,11,',
      'C-1,ask,11,-2',
      'C-1,offer,11,2',
      'C-1,,11,2',
      ',ask,11,2',
      'C-1,ask,eleven,2',
      'C-1,ask,11,7',
    );
    expect(places(read)).toEqual([
      'DEP_BAD_PRICE 2:9',
      'DEP_BAD_PRICE 3:9',
      'FIELD_BLANK 4:9',
      'FIELD_BLANK 5:12',
      'FIELD_NEGATIVE 6:12',
      'FIELD_NOT_ONE_OF 7:5',
      'FIELD_BLANK 8:5',
      'FIELD_BLANK 9:1',
      'FIELD_NOT_A_NUMBER 10:9',
    ]);
    expect(read.issues[0]).toMatchObject({ code: 'DEP_BAD_PRICE', severity: 'error', field: 'price', value: '0' });
    expect(read.issues[0]!.message).toBe(
      "price '0' of C-1 is not above 0; only a linear future may have a negative price",
    );
    expect(levels(read.value.get('C-1')!.asks)).toEqual([[11, 7]]);
  });

  it('takes a negative price of a linear future', async () => {
    const { value } = await rows('OIL-F,ask,-2,5', 'OIL-F,bid,-2.5,1');
    expect(levels(value.get('OIL-F')!.asks)).toEqual([[-2, 5]]);
    expect(levels(value.get('OIL-F')!.bids)).toEqual([[-2.5, 1]]);
  });

  it('leaves out a level of size zero and says so', async () => {
    const read = await rows('C-1,ask,11,0', 'C-1,ask,11.5,1');
    expect(places(read)).toEqual(['DEP_ZERO_SIZE 2:12']);
    expect(read.issues[0]).toMatchObject({ code: 'DEP_ZERO_SIZE', severity: 'warning' });
    expect(read.issues[0]!.message).toBe('size of the ask 11 of C-1 is zero; the level is left out');
    expect(levels(read.value.get('C-1')!.asks)).toEqual([[11.5, 1]]);
  });

  it('names instruments that the market file has not, once each, and the nearest', async () => {
    const read = await rows('D-9,ask,11,1', 'D-9,bid,10,1', 'c-1,ask,11,1');
    expect(places(read)).toEqual(['DEP_UNKNOWN_INSTRUMENT 2:1', 'DEP_UNKNOWN_INSTRUMENT 4:1']);
    expect(read.issues[1]).toMatchObject({
      code: 'DEP_UNKNOWN_INSTRUMENT',
      severity: 'warning',
      hint: 'did you mean C-1?',
    });
    expect(read.value.size).toBe(0);
  });

  it('refuses depth of an index', async () => {
    const read = await rows('BTC,ask,60000,1', 'BTC,bid,59999,1');
    expect(places(read)).toEqual(['DEP_INDEX 2:1']);
    expect(read.issues[0]).toMatchObject({ code: 'DEP_INDEX', severity: 'error', field: 'instrument' });
  });

  it('warns of a crossed book and keeps it; bid and ask may be equal', async () => {
    const read = await rows('C-1,bid,10.5,1', 'C-1,ask,10.4,1', 'OIL-F,bid,5,1', 'OIL-F,ask,5,1');
    expect(
      read.issues.filter(({ code }) => code === 'DEP_CROSSED').map(({ line, message }) => [line, message]),
    ).toEqual([[2, 'the book of C-1 is crossed: best bid 10.5 is above best ask 10.4']]);
    expect(levels(read.value.get('C-1')!.bids)).toEqual([[10.5, 1]]);
  });

  it('warns of a best price more than a tick from the market row, naming both', async () => {
    const near = await rows('C-1,bid,9.5,1', 'C-1,ask,11.5,1');
    expect(near.issues).toEqual([]);
    const far = await rows('C-1,bid,9.4,1', 'C-1,bid,9.3,1', 'C-1,ask,11.75,1');
    expect(places(far)).toEqual(['DEP_TOP_DIFFERS 2:9', 'DEP_TOP_DIFFERS 4:9']);
    expect(far.issues[0]!.message).toBe(
      'the depth of C-1 begins at 9.4, but its bid in the market file is 10; trades use the depth',
    );
    const blank = await rows('C-2,ask,5,1');
    expect(blank.issues[0]!.message).toContain('its ask in the market file is blank');
  });

  it('warns of columns it does not know and misses those it needs', async () => {
    const extra = await read('timestamp,instrument,side,price,size\n1,C-1,ask,11,1\n');
    expect(extra.issues.map(({ code }) => code)).toEqual(['COLUMN_UNKNOWN']);
    const less = await read('instrument,side,price\nC-1,ask,11\n');
    expect(less.issues.map(({ code, field }) => [code, field])).toEqual([['COLUMN_MISSING', 'size']]);
  });
});
