import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const accountOf = (text: string) => readText(text, readAccount);

const BALANCES = [
  { asset: 'USD', amount: 250_000, haircut: 0 },
  { asset: 'BTC', amount: -1.5, haircut: 0.1 },
];
const NO_TERMS = { fundingRate: null, reportedInitialMargin: null, reportedMaintenanceMargin: null };

describe('readAccount', () => {
  it.each([
    ['CSV', 'asset,amount,haircut\nUSD,250000,\nBTC,-1.5,10%\n'],
    ['a JSON array', '[{"asset":"USD","amount":250000},{"asset":"BTC","amount":-1.5,"haircut":"10%"}]'],
    ['NDJSON', '{"asset":"USD","amount":250000}\n{"asset":"BTC","amount":-1.5,"haircut":0.1}\n'],
    ['an object', '{"balances":[{"asset":"USD","amount":250000},{"asset":"BTC","amount":-1.5,"haircut":0.1}]}'],
  ])('reads balances from %s', async (_form, text) => {
    const { value, issues } = await accountOf(text);
    expect(issues).toEqual([]);
    expect(value).toEqual({ balances: BALANCES, ...NO_TERMS });
  });

  it.each([
    '{"balances":[],"fundingRate":0.05,"reported":{"initialMargin":1000,"maintenanceMargin":800}}',
    '{"balances":[],"funding_rate":"5%","reported":{"initial_margin":"1000","maintenance_margin":800}}',
    '{"funding_rate":0.05,"reported_initial_margin":1000,\n"reported_maintenance_margin":800,"balances":[]}',
  ])('reads terms from %s', async (text) => {
    const { value, issues } = await accountOf(text);
    expect(issues).toEqual([]);
    expect(value).toEqual({
      balances: [],
      fundingRate: 0.05,
      reportedInitialMargin: 1000,
      reportedMaintenanceMargin: 800,
    });
  });

  it('keeps an asset that comes twice, each with its haircut', async () => {
    const { value } = await accountOf('asset,amount,haircut\nBTC,1,0.1\nBTC,2,0.2\n');
    expect(value.balances.map(({ amount, haircut }) => [amount, haircut])).toEqual([
      [1, 0.1],
      [2, 0.2],
    ]);
  });

  it('tells every complaint of an object at once', async () => {
    const read = await accountOf(
      '{\n"balances": [{"asset": "", "amount": "x"}, {"asset": "BTC", "haircut": 1.5}],\n"fundingRate": 5,\n"reported": 7,\n"fundingrates": 1\n}',
    );
    expect(places(read)).toEqual([
      'COLUMN_UNKNOWN 5:1',
      'JSON_NOT_OBJECT 4:13',
      'FIELD_PROBABLY_PERCENT 3:16',
      'FIELD_BLANK 2:24',
      'FIELD_NOT_A_NUMBER 2:38',
      'FIELD_BLANK 2:44',
      'ACC_HAIRCUT_RANGE 2:72',
    ]);
    expect(read.issues[0]?.hint).toBe('did you mean funding_rate?');
  });

  it.each([
    ['{"balances": {"USD": 1}}', 'balances holds an object; expected an array of balances'],
    ['{\n"balances": 5}', 'balances holds a number; expected an array of balances'],
  ])('refuses balances that are no rows: %s', async (text, message) => {
    expect((await accountOf(text)).issues.map((issue) => issue.message)).toEqual([message]);
  });
});
