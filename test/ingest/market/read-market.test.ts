import { describe, expect, it } from 'vitest';
import { readMarket } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const marketOf = (text: string, venue: string | null = null) =>
  readText(text, (path, io) => readMarket(path, io, { venue }));

const OPTION = 'BTC-27JUN26-60000-C';

describe('readMarket', () => {
  it('reads every column into its field', async () => {
    const { value, issues } = await marketOf(
      'instrument,bid,bid_size,ask,ask_size,mark,iv,underlying_price,rate,dividend_yield,tick,lot,fee,confidence,timestamp\n' +
        `${OPTION},0.05,10,0.06,0,0.055,45%,61000,4.5%,0.01,0.0001,0.1,-0.0003,0.95,2026-06-20T09:00:00Z\n`,
    );
    expect(issues).toEqual([]);
    expect(value.quotes.get(OPTION)).toEqual({
      instrument: expect.objectContaining({ name: OPTION, strike: 60_000 }),
      bid: 0.05,
      bidSize: 10,
      ask: 0.06,
      askSize: 0,
      mark: 0.055,
      iv: 0.45,
      underlyingPrice: 61_000,
      rate: 0.045,
      dividendYield: 0.01,
      tick: 0.0001,
      lot: 0.1,
      fee: -0.0003,
      confidence: 0.95,
      origin: { file: '-', line: 2, column: 1 },
    });
    expect(value.timestamp).toBe(Date.parse('2026-06-20T09:00:00Z'));
  });

  it('takes zero and blank prices and volatilities for none', async () => {
    const { value, issues } = await marketOf(`instrument,bid,ask,mark,iv,underlying_price\n${OPTION},0,0.0,,0,\n`);
    expect(issues).toEqual([]);
    expect(value.quotes.get(OPTION)).toMatchObject({
      bid: null,
      ask: null,
      mark: null,
      iv: null,
      underlyingPrice: null,
    });
  });

  it.each([
    ['45%', 0.45],
    ['426.41 %', 4.2641],
    ['2000%', 20],
    ['0.45', 0.45],
    ['9.99', 9.99],
  ])('reads iv %s', async (text, iv) => {
    const { value } = await marketOf(`instrument,iv\n${OPTION},${text}\n`);
    expect(value.quotes.get(OPTION)?.iv).toBe(iv);
  });

  it.each([
    ['mark', 'SPX,index,USD,6001,,,', 6001],
    ['the middle of the quote', 'SPX,index,USD,,6000,6002,', 6001],
    ['underlying_price, which wins', 'SPX,index,USD,6001,6000,6002,6003', 6003],
    ['the mark of a spot', 'SPY,spot,USD,600,,,', 600],
  ])('takes the level of an underlying from %s', async (_what, row, level) => {
    const { value } = await marketOf(`instrument,type,currency,mark,bid,ask,underlying_price\n${row}\n`);
    expect([...value.quotes.values()][0]?.underlyingPrice).toBe(level);
  });

  it.each([
    ['0', 0],
    ['95%', 0.95],
    ['1', 1],
    ['', null],
  ])('reads confidence %s', async (text, confidence) => {
    const quoted = await marketOf(`instrument,mark,confidence\n${OPTION},0.05,"${text}"\n`);
    const plain = await marketOf(`instrument,mark,confidence\n${OPTION},0.05,${text}\n`);
    expect([quoted.issues, plain.issues]).toEqual([[], []]);
    expect(quoted.value.quotes.get(OPTION)?.confidence).toBe(confidence);
    expect(plain.value.quotes.get(OPTION)?.confidence).toBe(confidence);
  });

  it('reads the confidence of a JSON row, and refuses one outside 0 to 1', async () => {
    const json = await marketOf(`[{"instrument":"${OPTION}","confidence":0.5}]`);
    expect(json.value.quotes.get(OPTION)?.confidence).toBe(0.5);
    const { issues } = await marketOf(`instrument,confidence\n${OPTION},-0.1\nBTC-27JUN26,95\n`);
    expect(issues.map(({ code, field, value, line }) => [code, field, value, line])).toEqual([
      ['FIELD_OUT_OF_RANGE', 'confidence', '-0.1', 2],
      ['FIELD_OUT_OF_RANGE', 'confidence', '95', 3],
    ]);
    expect(issues[0]?.message).toBe("confidence '-0.1' is out of range; expected a confidence from 0 to 1, or blank");
  });

  it('does not take the price of a future or an option for a level', async () => {
    const { value } = await marketOf(`instrument,mark\n${OPTION},0.05\nBTC-27JUN26,61000\n`);
    expect([...value.quotes.values()].map(({ underlyingPrice }) => underlyingPrice)).toEqual([null, null]);
  });

  it('keeps the latest timestamp, in either form, and none when there is none', async () => {
    const text = `instrument,timestamp\n${OPTION},1782552314682\nBTC-PERPETUAL,2026-06-27T09:25:15.689Z\nETH-PERPETUAL,\n`;
    expect((await marketOf(text)).value.timestamp).toBe(Date.parse('2026-06-27T09:25:15.689Z'));
    expect((await marketOf(`instrument,bid\n${OPTION},0.05\n`)).value.timestamp).toBeNull();
  });

  it('keeps a crossed quote, with a warning, and takes a locked one without', async () => {
    const read = await marketOf(`instrument,bid,ask\n${OPTION},0.07,0.06\nBTC-PERPETUAL,60000,60000\n`);
    expect(places(read)).toEqual(['MKT_CROSSED 2:21']);
    expect(read.issues[0]?.severity).toBe('warning');
    expect(read.value.quotes.size).toBe(2);
  });

  it('checks the figures of a row whose name it does not know', async () => {
    const read = await marketOf('instrument,bid,iv,lot\nNOPE,x,45,0\n');
    expect(places(read)).toEqual([
      'INSTRUMENT_UNKNOWN 2:1',
      'FIELD_NOT_A_NUMBER 2:6',
      'FIELD_PROBABLY_PERCENT 2:8',
      'FIELD_NOT_POSITIVE 2:11',
    ]);
  });

  it('keeps the first of two rows of one contract, also when they spell it differently', async () => {
    const read = await marketOf('instrument,bid\nBTC-03JUL26,60000\nBTC-3JUL26,60001\n');
    expect(places(read)).toEqual(['MKT_REPEATED_INSTRUMENT 3:1']);
    expect(read.value.quotes.get('BTC-3JUL26')?.bid).toBe(60_000);
  });

  it('keeps the order of the file', async () => {
    const { value } = await marketOf('instrument\nETH-PERPETUAL\nBTC-PERPETUAL\n');
    expect([...value.quotes.keys()]).toEqual(['ETH-PERPETUAL', 'BTC-PERPETUAL']);
  });

  it('allows a linear future, and nothing else, a negative price', async () => {
    const { value, issues } = await marketOf(
      'instrument,mark,type,underlying,expiry,settlement,multiplier,currency\n' +
        'CLK0,-37.63,future,CL,2020-04-21,linear,1000,USD\nX,-1,perpetual,BTC,,linear,1,USD\nY,-1,spot,,,,,USD\n',
    );
    expect(value.quotes.get('CLK0')?.mark).toBe(-37.63);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['MKT_NEGATIVE_PRICE', 3],
      ['MKT_NEGATIVE_PRICE', 4],
    ]);
  });
});
