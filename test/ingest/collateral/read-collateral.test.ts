import { describe, expect, it } from 'vitest';
import { readCollateral } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const read = (text: string) => readText(text, readCollateral);

const BTC = {
  asset: 'BTC',
  amount: 12,
  price: 60_000,
  fundingCost: 0.01,
  lot: null,
  minimum: null,
  eligible: new Map([
    ['Deribit', { haircut: 0.1, cap: null, fundingCost: null }],
    ['OKX', { haircut: 0.05, cap: { kind: 'money', value: 400_000 }, fundingCost: 0.002 }],
    ['Derive', { haircut: 0.25, cap: { kind: 'share', value: 0.5 }, fundingCost: null }],
  ]),
};

const HEADER =
  'asset,amount,price,funding_cost,haircut.Deribit,haircut.OKX,cap.OKX,funding cost.OKX,haircut.Derive,cap.Derive';

describe('readCollateral', () => {
  it.each([
    ['CSV', `${HEADER}\nBTC,12,60000,1%,10%,0.05,400000,0.2%,25%,50%\n`],
    [
      'an array',
      JSON.stringify([
        {
          asset: 'BTC',
          amount: 12,
          price: 60_000,
          fundingCost: 0.01,
          eligible: {
            Deribit: 0.1,
            OKX: { haircut: '5%', cap: 400_000, fundingCost: '0.2%' },
            Derive: { haircut: 0.25, cap: '50%' },
          },
        },
      ]),
    ],
  ])('reads assets from %s', async (_form, text) => {
    const { value, issues } = await read(text);
    expect(issues).toEqual([]);
    expect(value).toEqual({ assets: [BTC], venues: [] });
  });

  it('reads venues with an amount, a document, a book, or nothing', async () => {
    const venues = [
      { venue: 'A', requirement: 5 },
      { venue: 'B', requirement: 'margin.json' },
      { venue: 'C', requirement: { positions: 'p.csv', market: 'm.csv', model: 'okx-pm' } },
      { venue: 'D' },
    ];
    const { value, issues } = await read(JSON.stringify({ assets: [{ asset: 'USD', amount: 1 }], venues }));
    expect(issues).toEqual([]);
    expect(value.venues.map(({ venue, requirement }) => [venue, requirement])).toEqual([
      ['A', { kind: 'amount', amount: 5 }],
      ['B', { kind: 'document', path: 'margin.json' }],
      ['C', { kind: 'book', positions: 'p.csv', market: 'm.csv', model: 'okx-pm' }],
      ['D', null],
    ]);
    expect(value.assets[0]!.eligible.size).toBe(0);
  });

  it('takes a blank haircut for a venue that does not take the asset', async () => {
    const { value } = await read('asset,amount,haircut.A,haircut.B\nUSD,1,0,\n');
    expect([...value.assets[0]!.eligible.keys()]).toEqual(['A']);
  });

  it.each([
    ['asset,amount,haircut.A\nUSD,1,100%\n', 'COL_BAD_TERMS', '2:7'],
    ['asset,amount,haircut.A\nUSD,1,-0.1\n', 'COL_BAD_TERMS', '2:7'],
    ['asset,amount,haircut.A,cap.A\nUSD,1,0,-5\n', 'COL_BAD_TERMS', '2:9'],
    ['asset,amount\nUSD,1\nUSD,2\n', 'COL_REPEATED', '3:1'],
    ['asset,amount\nUSD,-1\n', 'FIELD_NEGATIVE', '2:5'],
    ['asset,amount\nUSD,\n', 'FIELD_BLANK', '2:5'],
    ['asset,amount,funding_cost\nUSD,1,4\n', 'FIELD_PROBABLY_PERCENT', '2:7'],
    ['asset,amount,lot\nUSD,1,0\n', 'FIELD_NOT_POSITIVE', '2:7'],
    ['asset,amount,haircuts.A\nUSD,1,0\n', 'COLUMN_UNKNOWN', '1:0'],
    ['{"assets":[{"asset":"USD","amount":1}],"venues":[{"venue":"A"},{"venue":"A"}]}', 'COL_REPEATED', '1:73'],
    [
      '{"assets":[{"asset":"USD","amount":1}],"venues":[{"venue":"A","requirement":-1}]}',
      'COL_BAD_REQUIREMENT',
      '1:77',
    ],
    ['{\n"assets":5}', 'JSON_NOT_ROWS', '2:10'],
  ])('complains about %j', async (text, code, place) => {
    const found = places(await read(text));
    expect(found.length).toBe(1);
    expect(found[0]!.replace(/^COLUMN_UNKNOWN.*/, 'COLUMN_UNKNOWN 1:0')).toBe(`${code} ${place}`);
  });
});
