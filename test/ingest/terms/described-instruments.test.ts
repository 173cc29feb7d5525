import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../src/domain/index.js';
import { readPositions } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const HEADER = 'instrument,quantity,venue,type,underlying,expiry,strike,right,exercise,settlement,multiplier,currency';

const read = (row: string) => readText(`${HEADER}\n${row}\n`, (path, io) => readPositions(path, io, { venue: null }));

async function instrumentOf(row: string): Promise<Instrument | undefined> {
  const { value, issues } = await read(row);
  expect(issues).toEqual([]);
  return value.positions[0]?.instrument;
}

describe('a contract made from columns alone', () => {
  it('may be an option', async () => {
    expect(await instrumentOf('ES C3000,1,,option,ES,2020-03-20,3000,c,AMERICAN,linear,50,usd')).toEqual({
      name: 'ES C3000',
      type: 'option',
      underlying: 'ES',
      expiry: Date.parse('2020-03-20T20:00:00Z'),
      strike: 3000,
      right: 'C',
      exercise: 'american',
      settlement: 'linear',
      multiplier: 50,
      currency: 'USD',
    });
  });

  it('may be a spot, which is its own underlying and one unit of it', async () => {
    expect(await instrumentOf('SPY,1,,spot,,,,,,,,USD')).toEqual({
      name: 'SPY',
      type: 'spot',
      underlying: 'SPY',
      expiry: null,
      strike: null,
      right: null,
      exercise: null,
      settlement: 'linear',
      multiplier: 1,
      currency: 'USD',
    });
  });

  it.each([
    ['future,BTC,2026-06-26,,,,inverse,100,USD', '', '2026-06-26T08:00:00.000Z'],
    ['future,BTC,2026-06-26,,,,linear,1,USD', 'okx', '2026-06-26T08:00:00.000Z'],
    ['future,ES,2026-06-26,,,,linear,50,USD', '', '2026-06-26T20:00:00.000Z'],
    ['future,ES,2026-06-26,,,,linear,50,USD', 'osi', '2026-06-26T20:00:00.000Z'],
    ['future,ES,2026-06-26T13:30Z,,,,linear,50,USD', '', '2026-06-26T13:30:00.000Z'],
  ])('expires by its settlement and venue: %s %s', async (columns, venue, moment) => {
    const instrument = await instrumentOf(`MINE,1,${venue},${columns}`);
    expect(new Date(instrument?.expiry ?? 0).toISOString()).toBe(moment);
  });

  it.each([
    ['X,1,,,,,,,,,,', 'type, currency and those its type needs'],
    ['X,1,,,,,,,,,,USD', 'type and those its type needs'],
    ['X,1,,spot,,,,,,,,', 'currency'],
    ['X,1,,perpetual,,,,,,,,', 'underlying, settlement, multiplier, currency'],
    ['X,1,,future,ES,,,,,linear,,', 'expiry, multiplier, currency'],
    ['X,1,,option,ES,2026-06-26,,,,,50,USD', 'strike, right, exercise, settlement'],
  ])('%s lacks %s', async (row, missing) => {
    const { issues } = await read(row);
    expect(issues.map(({ message }) => message)).toEqual([
      `no venue knows the instrument name 'X'; columns missing to describe it: ${missing}`,
    ]);
  });
});

describe('an adjusted option', () => {
  it.each([
    ['AAPL1 260619C00150000,1,,,,,,,,,150,', { name: 'AAPL1 260619C00150000', underlying: 'AAPL', multiplier: 150 }],
    ['AAPL7260619P00150000,1,,,,,,,,,10,', { name: 'AAPL7 260619P00150000', right: 'P', multiplier: 10, strike: 150 }],
    ['XYZ2  260619C00050000,1,,,NEW,,,,,,50,', { underlying: 'NEW', multiplier: 50, exercise: 'american' }],
  ])('is read from its name and multiplier: %s', async (row, terms) => {
    expect(await instrumentOf(row)).toMatchObject({ type: 'option', currency: 'USD', ...terms });
  });

  it('is not read without one, and the hint says what it takes', async () => {
    const { issues, value } = await read('AAPL1 260619C00150000,1,,,,,,,,,,');
    expect(value.positions).toEqual([]);
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([
      ['INSTRUMENT_UNKNOWN', 'the digit marks an adjusted or mini contract: a multiplier column alone would do'],
    ]);
  });

  it('is of no crypto venue, and has to have a day', async () => {
    for (const row of ['AAPL1 260619C00150000,1,deribit,,,,,,,,150,', 'AAPL1 260631C00150000,1,,,,,,,,,150,']) {
      expect((await read(row)).issues.map(({ code }) => code)).toEqual(['INSTRUMENT_UNKNOWN']);
    }
  });
});

describe('a contract known by its name', () => {
  const SPY = 'SPY   260619C00600000';

  it('is confirmed by columns that say the same, a date for its day included', async () => {
    const row = `${SPY},1,,option,SPY,2026-06-19,600.0,call,american,linear,100,USD`;
    expect(await instrumentOf(row)).toEqual(await instrumentOf(`${SPY},1,,,,,,,,,,`));
  });

  it.each([
    ['SPXW  260619C06000000,1,,,SPX,,,,,,,', { underlying: 'SPX', exercise: 'european' }],
    [`${SPY},1,,,,,,,european,,150,`, { exercise: 'european', multiplier: 150 }],
    ['SPXW  260619C06000000,1,,,,,,,,,,', { underlying: 'SPX', name: 'SPXW  260619C06000000' }],
    ['SPXW  260619C06000000,1,,,SPXW,,,,,,,', { underlying: 'SPXW' }],
    ['XSP   260619C00600000,1,,,,,,,,,,', { underlying: 'XSP', exercise: 'european' }],
    ['BTC-PERPETUAL,1,,,,,,,,,100,', { multiplier: 100 }],
  ])('takes what its name implies by custom only from %s', async (row, terms) => {
    expect(await instrumentOf(row)).toMatchObject(terms);
  });

  it.each([
    [`${SPY},1,,,SP500,,,,,,,`, 'underlying', 'SPY'],
    [`${SPY},1,,,,2026-06-18,,,,,,`, 'expiry', '2026-06-19T20:00:00Z'],
    [`${SPY},1,,,,2026-06-19T15:00Z,,,,,,`, 'expiry', '2026-06-19T20:00:00Z'],
    [`${SPY},1,,spot,,,,,,,,`, 'type', 'option'],
    ['BTC-PERPETUAL,1,,,,,,,,,,USDT', 'currency', 'USD'],
    ['BTC-PERPETUAL,1,,,,,1,,,,,', 'strike', 'there is none'],
    ['BTC-PERPETUAL,1,,,,,,,european,,,', 'exercise', 'there is none'],
  ])('is contradicted by %s', async (row, field, says) => {
    const { issues, value } = await read(row);
    expect(issues.map((issue) => [issue.code, issue.field])).toEqual([['INSTRUMENT_CONTRADICTION', field]]);
    expect(issues[0]?.message).toContain(`, which says ${says}`);
    expect(value.positions).toEqual([]);
  });

  it('is placed at its own column, not at that of the name', async () => {
    expect(places(await read('BTC-PERPETUAL,1,,option,,,,,,,,'))).toEqual(['INSTRUMENT_CONTRADICTION 2:18']);
  });
});
