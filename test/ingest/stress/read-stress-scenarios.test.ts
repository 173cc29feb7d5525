import { describe, expect, it } from 'vitest';
import { readStressScenarios } from '../../../src/ingest/index.js';
import { places, readText } from '../read-text.js';

const HEAD = 'scenario,what,of,move,unit,expiry,min_days,max_days,min_moneyness,max_moneyness,combine,alone\n';

const read = (rows: string) => readText(HEAD + rows, readStressScenarios);

/** Scenarios as names with their moves in short. */
async function named(text: string): Promise<readonly (readonly [string, ...string[]])[]> {
  const { value, issues } = await readText(text, readStressScenarios);
  expect(issues).toEqual([]);
  return value.map(({ name, moves }) => [
    name,
    ...moves.map(({ kind, of, amount }) => `${kind} ${of ?? '*'} ${amount}`),
  ]);
}

describe('readStressScenarios', () => {
  it('reads moves of every kind, rows of one name together', async () => {
    const { value, issues } = await read(
      [
        'crash,level,BTC,-20%,,,,,,,sum,',
        'crash,volatility,BTC,50%,,,,30,90%,1.1,,',
        'crash,forward,BTC,-500,absolute,2024-03-29,,,,,,',
        'other,rate,*,1%,,,,,,,,',
        'other,time,,2.5,,,,,,,,',
        'other,level,ETH,-150,absolute,,,,,,,',
        'other,volatility,,5%,absolute,2024-06-28T08:00:00Z,7,,,,,',
      ].join('\n'),
    );
    expect(issues).toEqual([]);
    const free = { minDays: null, maxDays: null, minMoneyness: null, maxMoneyness: null };
    expect(value.map(({ name, combine, moves }) => [name, combine, moves.map(({ origin, ...rest }) => rest)])).toEqual([
      [
        'crash',
        'sum',
        [
          { kind: 'level', of: 'BTC', amount: -0.2, absolute: false, expiry: null, bucket: free },
          {
            kind: 'volatility',
            of: 'BTC',
            amount: 0.5,
            absolute: false,
            expiry: null,
            bucket: { minDays: null, maxDays: 30, minMoneyness: 0.9, maxMoneyness: 1.1 },
          },
          { kind: 'forward', of: 'BTC', amount: -500, absolute: true, expiry: '2024-03-29', bucket: free },
        ],
      ],
      [
        'other',
        'product',
        [
          { kind: 'rate', of: null, amount: 0.01, absolute: true, expiry: null, bucket: free },
          { kind: 'time', of: null, amount: 2.5, absolute: true, expiry: null, bucket: free },
          { kind: 'level', of: 'ETH', amount: -150, absolute: true, expiry: null, bucket: free },
          {
            kind: 'volatility',
            of: null,
            amount: 0.05,
            absolute: true,
            expiry: '2024-06-28',
            bucket: { ...free, minDays: 7 },
          },
        ],
      ],
    ]);
    expect(value[0]!.moves[1]!.origin).toMatchObject({ line: 3 });
  });

  it('reads the same rows as JSON and as lines of JSON', async () => {
    const rows = [
      { scenario: 'a', what: 'level', of: 'BTC', move: '-20%' },
      { scenario: 'a', what: 'time', move: 3 },
    ];
    const expected = [['a', 'level BTC -0.2', 'time * 3']];
    expect(await named(JSON.stringify(rows))).toEqual(expected);
    expect(await named(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)).toEqual(expected);
  });

  it('takes a member that a list names twice once', async () => {
    const { value, issues } = await readText(
      'scenario,what,of,move,alone\nboth,scenario,a|a|b,,\na,level,*,-1%,no\nb,level,*,1%,no\n',
      readStressScenarios,
    );
    expect(issues).toEqual([]);
    expect(value.map(({ name }) => name)).toEqual(['both: a', 'both: b']);
  });

  it('complains of a file of which nothing is run', async () => {
    const read = await readText('scenario,what,of,move,alone\na,level,*,-1%,no\n', readStressScenarios);
    expect(read.issues).toMatchObject([{ code: 'STR_NONE_ALONE', line: 2, column: 1 }]);
  });

  it('crosses lists of scenarios, the members joined by name', async () => {
    const rows = [
      'down,level,*,-10%,,,,,,,,',
      'up,level,*,10%,,,,,,,,no',
      'vol,volatility,*,20%,,,,,,,,no',
      'calm,volatility,*,-20%,,,,,,,,no',
      'grid,scenario,down|up,,,,,,,,,',
      'grid,scenario,vol | calm,,,,,,,,,',
      'grid,time,,1,,,,,,,,',
      'both,scenario,down,,,,,,,,sum,',
      'both,scenario,vol,,,,,,,,,',
      'deep,scenario,grid|vol,,,,,,,,,',
    ];
    expect(await named(HEAD + rows.join('\n'))).toEqual([
      ['down', 'level * -0.1'],
      ['grid: down, vol', 'time * 1', 'level * -0.1', 'volatility * 0.2'],
      ['grid: down, calm', 'time * 1', 'level * -0.1', 'volatility * -0.2'],
      ['grid: up, vol', 'time * 1', 'level * 0.1', 'volatility * 0.2'],
      ['grid: up, calm', 'time * 1', 'level * 0.1', 'volatility * -0.2'],
      ['both', 'level * -0.1', 'volatility * 0.2'],
      ['deep: grid (down, vol)', 'time * 1', 'level * -0.1', 'volatility * 0.2'],
      ['deep: grid (down, calm)', 'time * 1', 'level * -0.1', 'volatility * -0.2'],
      ['deep: grid (up, vol)', 'time * 1', 'level * 0.1', 'volatility * 0.2'],
      ['deep: grid (up, calm)', 'time * 1', 'level * 0.1', 'volatility * -0.2'],
      ['deep: vol', 'volatility * 0.2'],
    ]);
  });

  it.each([
    ['a move to nothing', 'a,level,*,-100%', ['STR_MOVE_TO_NOTHING', '2:11']],
    ['a percentage without its sign', 'a,level,*,-20', ['FIELD_PROBABLY_PERCENT', '2:11']],
    ['no such kind', 'a,price,*,-20%', ['FIELD_NOT_ONE_OF', '2:3']],
    ['no amount', 'a,level,*,', ['FIELD_BLANK', '2:11']],
    ['a forward without its expiry', 'a,forward,*,1%', ['FIELD_BLANK', '2:17']],
    ['an expiry that is none', 'a,forward,*,1%,,soon', ['FIELD_NOT_A_TIME', '2:17']],
    ['a bucket of a level', 'a,level,*,-20%,,,7', ['STR_NOT_FOR_THIS', '2:18']],
    ['a relative rate', 'a,rate,*,1%,relative', ['FIELD_NOT_ONE_OF', '2:13']],
    ['time of an underlying', 'a,time,BTC,1', ['STR_NOT_FOR_THIS', '2:8']],
    ['time that goes back', 'a,time,,-1', ['FIELD_NEGATIVE', '2:9']],
    ['time without end', 'a,time,,1e6', ['FIELD_OUT_OF_RANGE', '2:9']],
    ['a bucket without inside', 'a,volatility,*,10%,,,30,7', ['STR_EMPTY_BUCKET', '2:22']],
    ['moneyness without inside', 'a,volatility,*,10%,,,,,110%,0.9', ['STR_EMPTY_BUCKET', '2:24']],
    ['two rules', 'a,level,*,1%,,,,,,,sum\na,time,,1,,,,,,,product', ['STR_COMBINE_DIFFERS', '3:17']],
    ['an unknown member', 'a,scenario,b', ['STR_UNKNOWN_SCENARIO', '2:12']],
    ['a circle', 'a,scenario,b\nb,scenario,a', ['STR_CIRCLE', '2:1']],
    ['a list of nothing', 'a,scenario,|', ['FIELD_BLANK', '2:12']],
    ['a move of a list', 'b,level,*,1%\na,scenario,b,1%', ['STR_NOT_FOR_THIS', '3:14']],
  ])('complains of %s, with its place', async (_, rows, expected) => {
    const padded = rows.split('\n').map((row) => row + ','.repeat(11 - row.split(',').length + 1));
    expect(places(await read(padded.join('\n'))).flatMap((place) => place.split(' '))).toEqual(expected);
  });

  it('says which member may be meant, and how the circle runs', async () => {
    const [unknown] = (await read('crash,level,*,1%,,,,,,,,\na,scenario,crsh,,,,,,,,,')).issues;
    expect([unknown?.message, unknown?.hint]).toEqual([
      "scenario a is made of 'crsh', which the file does not have",
      'did you mean crash?',
    ]);
    const [circle] = (await read('a,scenario,b,,,,,,,,,\nb,scenario,a,,,,,,,,,')).issues;
    expect(circle?.message).toBe('scenario a is made of itself: a > b > a');
  });

  it('refuses more combinations than anybody reads, before it makes them', async () => {
    const names = Array.from({ length: 101 }, (_, k) => `s${k}`);
    const rows = names.map((name, k) => `${name},time,,${k},,,,,,,,no`);
    const list = names.join('|');
    const { value, issues } = await read(
      [...rows, `all,scenario,${list},,,,,,,,,`, `all,scenario,${list},,,,,,,,,`].join('\n'),
    );
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['STR_TOO_MANY', 'scenario all comes to 10201 combinations'],
    ]);
    expect(value).toEqual([]);
  });

  it('counts the scenarios of all names together', async () => {
    const names = Array.from({ length: 80 }, (_, k) => `s${k}`);
    const rows = names.map((name, k) => `${name},time,,${k},,,,,,,,no`);
    const pairs = ['one', 'two'].flatMap((name) => [
      `${name},scenario,${names.join('|')},,,,,,,,,`,
      `${name},scenario,${names.join('|')},,,,,,,,,`,
    ]);
    const { value, issues } = await read([...rows, ...pairs].join('\n'));
    expect(value).toHaveLength(6400);
    expect(issues.map(({ code }) => code)).toEqual(['STR_TOO_MANY']);
  });
});
