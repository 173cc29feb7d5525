import { describe, expect, it } from 'vitest';
import { readTrades } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const tradesOf = (text: string) => readText(text, readTrades);

const TRADES = [
  { instrument: 'BTC-PERPETUAL', quantity: -10, price: 60_000 },
  { instrument: 'ETH-PERPETUAL', quantity: 5, price: null },
];

describe('readTrades', () => {
  it.each([
    ['signed quantities', 'instrument,quantity,price\nBTC-PERPETUAL,-10,60000\nETH-PERPETUAL,5,\n'],
    ['sides', 'instrument,side,quantity,price\nBTC-PERPETUAL,SELL,10,60000\nETH-PERPETUAL,buy,5,\n'],
    ['some sides', 'instrument,side,quantity,price\nBTC-PERPETUAL,,-10,60000\nETH-PERPETUAL,buy,5,\n'],
    [
      'what margo optimize writes as CSV',
      'instrument,side,quantity,price,notional,cost,fee,marginSaved,why\nBTC-PERPETUAL,sell,10,60000,10,1,1,100,"less, delta"\nETH-PERPETUAL,buy,5,,,,,,\n',
    ],
    [
      'what margo optimize writes as CSV where it walks through order books',
      'instrument,quantity,price,notional,cost,fee,margin_saved,why,limit_price,marginal_price\nBTC-PERPETUAL,-10,60000,10,1,1,100,,59990,\nETH-PERPETUAL,5,,,,,,,3,3\n',
    ],
    [
      'JSON',
      '[{"instrument":"BTC-PERPETUAL","side":"sell","quantity":10,"price":60000},{"instrument":"ETH-PERPETUAL","quantity":5}]',
    ],
    [
      'NDJSON',
      '{"instrument":"BTC-PERPETUAL","quantity":-10,"price":60000}\n{"instrument":"ETH-PERPETUAL","quantity":5}\n',
    ],
    [
      'a document of margo optimize',
      `{"schema":"margo/optimize@1","status":"ok","manifest":{},"result":{"trades":[${[
        '{"instrument":"BTC-PERPETUAL","side":"sell","quantity":10,"price":60000,"limitPrice":59990,"marginalPrice":null,"fills":[{"price":60000,"quantity":10,"unitCost":1}],"notional":1,"cost":2,"fee":3,"marginSaved":4,"why":""}',
        '{"instrument":"ETH-PERPETUAL","side":"buy","quantity":5,"price":null}',
      ].join()}]},"issues":[]}`,
    ],
  ])('reads %s', async (_form, text) => {
    const { value, issues } = await tradesOf(text);
    expect(issues).toEqual([]);
    expect(value.map(({ origin: _origin, ...trade }) => trade)).toEqual(TRADES);
  });

  it('keeps the row of each', async () => {
    const { value } = await tradesOf('instrument,quantity\n\nA,1\nB,2\n');
    expect(value.map(({ origin }) => origin)).toEqual([
      { file: '-', line: 3, column: 1 },
      { file: '-', line: 4, column: 1 },
    ]);
  });

  it('takes a document that proposes nothing for no trades', async () => {
    const { value, issues } = await tradesOf('{"schema":"margo/optimize@1",\n"result":{"trades":[]}}');
    expect(issues).toEqual([]);
    expect(value).toEqual([]);
  });

  it('says of an empty array that it has no rows', async () => {
    expect(places(await tradesOf('[]'))).toEqual(['FILE_NO_ROWS']);
  });

  it('refuses any other object', async () => {
    const { issues } = await tradesOf('{\n"trades": []}');
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['JSON_NOT_ROWS', 'standard input holds an object; expected an array of trades, or a document of margo optimize'],
    ]);
  });

  it('tells every complaint of a file at once', async () => {
    const read = await tradesOf('instrument,side,quantity,price\n,buy,1,\nA,long,1,x\nB,sell,-1,\nC,,0,\nD,,,1\n');
    expect(places(read)).toEqual([
      'FIELD_BLANK 2:1',
      'FIELD_NOT_A_NUMBER 3:10',
      'FIELD_NOT_ONE_OF 3:3',
      'TRD_SIGN_AND_SIDE 4:8',
      'TRD_ZERO_QUANTITY 5:4',
      'FIELD_BLANK 6:4',
    ]);
    expect(read.value).toEqual([]);
  });
});
