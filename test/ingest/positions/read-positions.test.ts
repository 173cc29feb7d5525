import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../src/domain/index.js';
import { readPositions } from '../../../src/ingest/index.js';
import { anIo } from '../an-io.js';
import { places, readText } from '../read-text.js';

const FORMATS = join(import.meta.dirname, '../../../fixtures/formats');

const positionsOf = (text: string, venue: string | null = null, known?: ReadonlyMap<string, Instrument>) =>
  readText(text, (path, io) => readPositions(path, io, known === undefined ? { venue } : { venue, known }));

const withoutOrigin = (book: Awaited<ReturnType<typeof positionsOf>>['value']) =>
  book.positions.map(({ origin: _origin, ...position }) => position);

describe('a flat account', () => {
  it.each([
    ['a header alone', 'instrument,quantity\n'],
    ['a header without a line end', 'quantity;instrument;account'],
    ['a header after blank lines', '\n\r\n\uFEFFinstrument,quantity\n\n'],
    ['an array without objects', ' [\n]\n'],
  ])('is an empty book: %s', async (_what, text) => {
    expect(await positionsOf(text)).toMatchObject({ value: { positions: [] }, issues: [] });
  });

  it.each([
    ['nothing at all', '', ['FILE_NO_ROWS']],
    ['blank lines', ' \n\n', ['FILE_NO_ROWS']],
    ['rows without a header', 'BTC-PERPETUAL,5\n', ['COLUMN_UNKNOWN 1:1', 'COLUMN_UNKNOWN 1:15']],
    ['a header of something else', 'instrument,price\n', ['COLUMN_UNKNOWN 1:12']],
    ['an object over lines', '{\n}', ['JSON_NOT_ROWS 1:1']],
  ])('is not %s', async (_what, text, complaints) => {
    const read = await positionsOf(text);
    expect(places(read)).toEqual(expect.arrayContaining(complaints));
    expect(read.issues.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('without its columns is told which to add', async () => {
    const { issues } = await positionsOf('zebra,price\n');
    expect(issues.flatMap(({ code, hint }) => (code === 'COLUMN_MISSING' ? [hint] : []))).toEqual([
      'add an instrument column; the first row holds the column names',
      'add a quantity column; the first row holds the column names',
    ]);
  });

  it('that cannot be read is called standard input where it is', async () => {
    const { issues } = await positionsOf('');
    expect(issues[0]).toMatchObject({
      file: '-',
      message: 'standard input has no rows; expected a header and one row per position',
    });
  });
});

describe('the same book in every form', () => {
  const FILES = [
    'semicolon-bom.csv',
    'tab.tsv',
    'quoted.csv',
    'array.json',
    'lines.ndjson',
    'comma.csv.gz',
    'lines.ndjson.gz',
  ];

  it.each(FILES)('%s', async (file) => {
    const [one, other] = await Promise.all(
      ['comma.csv', file].map((path) => readPositions(path, anIo(FORMATS), { venue: null })),
    );
    expect(one?.issues.map(({ code }) => code)).toEqual(['POS_ACCOUNTS_NETTED']);
    expect(other?.issues.map(({ message }) => message)).toEqual(one?.issues.map(({ message }) => message));
    expect(one?.value.positions).toHaveLength(6);
    expect(withoutOrigin(other?.value ?? { positions: [] })).toEqual(withoutOrigin(one?.value ?? { positions: [] }));
  });

  it('has names of every venue, which their described terms confirm', async () => {
    const { value, issues } = await readPositions('names.csv', anIo(FORMATS), { venue: null });
    expect(issues).toEqual([]);
    expect(value.positions).toHaveLength(13);
  });
});

describe('netting', () => {
  it('adds the rows of an instrument, however its name is spelt, and keeps the first row as origin', async () => {
    const { value, issues } = await positionsOf(
      'instrument,quantity\nBTC-03JUL26,0.1\nETH-PERPETUAL,5\nBTC-3JUL26,0.2\nETH-PERPETUAL,-2\n',
    );
    expect(issues).toEqual([]);
    expect(value.positions.map(({ instrument, quantity, origin }) => [instrument.name, quantity, origin])).toEqual([
      ['BTC-3JUL26', 0.3, { file: '-', line: 2, column: 1 }],
      ['ETH-PERPETUAL', 3, { file: '-', line: 3, column: 1 }],
    ]);
  });

  it('weighs entry prices by quantity: 10 at 0.05 and 30 at 0.09 are 40 at 0.08', async () => {
    const rows = 'BTC-27JUN26-60000-C,10,0.05\nBTC-27JUN26-60000-C,30,0.09\n';
    const { value } = await positionsOf(`instrument,quantity,entry_price\n${rows}`);
    expect(value.positions[0]?.entryPrice).toBeCloseTo(0.08, 15);
  });

  it('weighs those of inverse futures harmonically: as many dollars at 40000 and 60000 cost 48000 a coin', async () => {
    const { value } = await positionsOf(
      'instrument,quantity,entry_price\nBTC-PERPETUAL,100,40000\nBTC-PERPETUAL,100,60000\n',
    );
    expect(value.positions[0]?.entryPrice).toBeCloseTo(48_000, 9);
  });

  it('keeps profit since entry through a partial close: long 3 at 100, short 1 at 130 leave 2 at 85', async () => {
    const { value } = await positionsOf(
      'instrument,quantity,entry_price\nBTC_USDC-PERPETUAL,3,100\nBTC_USDC-PERPETUAL,-1,130\n',
    );
    expect(value.positions[0]).toMatchObject({ quantity: 2, entryPrice: 85 });
  });

  it('has no entry price when a row has none', async () => {
    const { value } = await positionsOf('instrument,quantity,entry_price\nBTC-PERPETUAL,1,40000\nBTC-PERPETUAL,1,\n');
    expect(value.positions[0]?.entryPrice).toBeNull();
  });

  it('refuses an entry price of zero where it would be divided by', async () => {
    const zero = 'instrument,quantity,entry_price\nBTC-PERPETUAL,1,0\nBTC-27JUN26-60000-C,1,0\n';
    const read = await positionsOf(zero);
    expect(places(read)).toEqual(['FIELD_NOT_POSITIVE 2:17']);
    expect(read.value.positions).toHaveLength(1);
  });

  it('keeps account and venue where all rows agree', async () => {
    const { value } = await positionsOf(
      'instrument,quantity,account,venue\nBTC-PERPETUAL,1,a,deribit\nBTC-PERPETUAL,1,b,deribit\nETH-PERPETUAL,1,a,\n',
    );
    expect(value.positions.map(({ account, venue }) => [account, venue])).toEqual([
      [null, 'deribit'],
      ['a', null],
    ]);
  });

  it('tells what each strategy holds of an instrument, exactly, and not those that hold nothing', async () => {
    const rows = [
      'BTC-PERPETUAL,0.1,carry',
      'BTC-PERPETUAL,-3,hedge',
      'ETH-PERPETUAL,4,',
      'BTC-PERPETUAL,0.2,carry',
      'BTC-PERPETUAL,5,',
      'BTC-PERPETUAL,2,scalp',
      'BTC-PERPETUAL,-2,scalp',
    ].join('\n');
    const { value, issues } = await positionsOf(`instrument,quantity,tag\n${rows}\n`);
    expect(issues).toEqual([]);
    expect(value.positions.map(({ tags }) => tags)).toEqual([
      [
        { tag: 'carry', quantity: 0.3 },
        { tag: 'hedge', quantity: -3 },
        { tag: null, quantity: 5 },
      ],
      [{ tag: null, quantity: 4 }],
    ]);
  });

  it('takes a column of strategies under its own name only', async () => {
    const { value, issues } = await positionsOf('instrument,quantity,strategy\nBTC-PERPETUAL,1,carry\n');
    expect(value.positions[0]!.tags).toEqual([{ tag: null, quantity: 1 }]);
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([['COLUMN_UNKNOWN', 'did you mean tag?']]);
  });
});

describe('venues', () => {
  it('read a name by their own rules, the row before the option', async () => {
    const rows = 'BTC-27JUN26-60000-C,1,deribit\nBTC-27JUN26-70000-C,1,\n';
    const { value } = await positionsOf(`instrument,quantity,venue\n${rows}`, 'bybit');
    expect(value.positions.map(({ instrument, venue }) => [instrument.settlement, venue])).toEqual([
      ['inverse', 'deribit'],
      ['linear', 'bybit'],
    ]);
  });

  it('of brokers use OSI names', async () => {
    const { value, issues } = await positionsOf('instrument,quantity,venue\nSPY   260619C00600000,1,My Broker\n');
    expect(issues).toEqual([]);
    expect(value.positions[0]?.instrument).toMatchObject({ underlying: 'SPY', strike: 600, multiplier: 100 });
  });

  it('that differ give two contracts of one name, which is refused', async () => {
    const text = 'instrument,quantity,venue\nBTC-27JUN26-60000-C,1,deribit\nBTC-27JUN26-60000-C,1,bybit\n';
    expect(places(await positionsOf(text))).toEqual(['INSTRUMENT_TERMS_DIFFER 3:1']);
  });
});

describe('contracts the market has described', () => {
  const described = async () => {
    const { value } = await positionsOf(
      'instrument,quantity,type,underlying,expiry,settlement,multiplier,currency\nESH6,1,future,ES,2026-03-20,linear,50,USD\n',
    );
    const instrument = value.positions[0]?.instrument as Instrument;
    return new Map([[instrument.name, instrument]]);
  };

  it('need no columns', async () => {
    const { value, issues } = await positionsOf('instrument,quantity\nESH6,2\n', null, await described());
    expect(issues).toEqual([]);
    expect(value.positions[0]?.instrument).toMatchObject({ underlying: 'ES', multiplier: 50 });
  });

  it('may be confirmed, not altered', async () => {
    const text = 'instrument,quantity,multiplier,expiry\nESH6,2,50,2026-03-20\nESH6,2,5,\n';
    const read = await positionsOf(text, null, await described());
    expect(read.issues.map(({ message }) => message)).toEqual([
      "multiplier '5' contradicts the market file's row of ESH6, which says 50",
    ]);
  });

  it('are offered for a misspelt name', async () => {
    const { issues } = await positionsOf('instrument,quantity\nESH7,2\nESH7,3\n', null, await described());
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([
      ['INSTRUMENT_UNKNOWN', 'did you mean ESH6?'],
      ['INSTRUMENT_UNKNOWN', 'did you mean ESH6?'],
    ]);
  });
});

describe('bad rows', () => {
  it('are all reported, and the good ones read', async () => {
    const read = await positionsOf(
      'instrument,quantity,entry_price,expiry\nBTC-PERPETUAL,x,y,\nNOPE,z,1,tomorrow\nETH-PERPETUAL,5,,\n',
    );
    expect(places(read)).toEqual([
      'FIELD_NOT_A_NUMBER 2:15',
      'FIELD_NOT_A_NUMBER 2:17',
      'FIELD_NOT_A_TIME 3:10',
      'INSTRUMENT_UNKNOWN 3:1',
      'FIELD_NOT_A_NUMBER 3:6',
    ]);
    expect(read.value.positions.map(({ quantity }) => quantity)).toEqual([5]);
  });

  it('of JSON are placed as those of CSV are', async () => {
    const read = await positionsOf(
      '[\n  {"instrument": "BTC-PERPETUAL", "quantity": "1,000"},\n  {"quantity": true}\n]',
    );
    expect(places(read)).toEqual(['FIELD_NOT_A_NUMBER 2:47', 'FIELD_BLANK 3:3', 'FIELD_NOT_A_NUMBER 3:16']);
  });

  it('of NDJSON too', async () => {
    const read = await positionsOf(
      '{"instrument":"BTC-PERPETUAL","quantity":9007199254740993}\n\n{"instrument":"X"}\n[1]\n',
    );
    expect(places(read)).toEqual([
      'FIELD_LOSES_DIGITS 1:42',
      'INSTRUMENT_UNKNOWN 3:15',
      'FIELD_BLANK 3:1',
      'JSON_ROW_NOT_OBJECT 4:1',
    ]);
  });
});
