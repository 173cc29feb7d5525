import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STRESS_DEFAULTS } from '../../../../src/app/request-defaults.js';
import { runStress } from '../../../../src/app/run-stress.js';
import { anIo, ROOT, resultOf } from '../../a-world.js';
import { files } from '../a-small-world.js';
import { aStressRequest } from '../a-stress-request.js';

const ES = 'fixtures/es-and-etfs';
const PRICES = `${ES}/prices-2020.csv`;

/** Closes of the price file by date, read by hand. */
const [HEADER, ...ROWS] = readFileSync(join(ROOT, PRICES), 'utf8')
  .trim()
  .split('\n')
  .map((row) => row.split(','));

const closes = (k: number): Record<string, number> =>
  Object.fromEntries(HEADER!.slice(1).map((name, c) => [name, Number(ROWS[k]![c + 1])]));

const MARKET = [
  'timestamp,instrument,type,underlying,expiry,settlement,multiplier,currency,mark,iv',
  '2020-01-06T20:00:00Z,SPY,spot,SPY,,linear,1,USD,316.67,0.1',
  '2020-01-06T20:00:00Z,QQQ,spot,QQQ,,linear,1,USD,213.73,0.13',
  '2020-01-06T20:00:00Z,IWMH0,future,IWM,2020-03-20,linear,50,USD,163,0.12',
].join('\n');

const BOOK = 'instrument,quantity\nSPY,1000\nQQQ,-800\nIWMH0,10\n';

/** P&L of that book over so many rows up to row k: quantity x multiplier x price x move, summed. */
function profit(k: number, days: number): number {
  const [was, is] = [closes(k - days), closes(k)];
  const move = (name: string): number => is[name]! / was[name]! - 1;
  return 1000 * 316.67 * move('SPY') - 800 * 213.73 * move('QQQ') + 10 * 50 * 163 * move('IWM');
}

async function asked(changes: Partial<typeof STRESS_DEFAULTS>, prices = PRICES) {
  const { market, positions } = files({ market: MARKET, positions: BOOK });
  return runStress({ ...STRESS_DEFAULTS, market, positions, prices, what: ['history'], ...changes }, anIo());
}

const historyOf = async (changes: Partial<typeof STRESS_DEFAULTS>, prices?: string) =>
  resultOf(await asked(changes, prices)).history!;

describe('the worst windows of a linear book', () => {
  it.each([1, 2, 5, 20])('of %d price dates are those that looking at every one finds', async (windowDays) => {
    const { windows, looked, rule, from, to } = await historyOf({ windowDays, worst: 15 });
    const every = ROWS.map((row, k) => ({ date: row[0]!, pnl: k < windowDays ? Number.NaN : profit(k, windowDays) }))
      .slice(windowDays)
      .sort((a, b) => a.pnl - b.pnl);
    expect([rule, looked, from, to]).toEqual(['worst', ROWS.length - windowDays, '2019-01-02', '2020-12-31']);
    expect(windows.map(({ name }) => name)).toEqual(every.slice(0, 15).map(({ date }) => date));
    for (const [k, { book }] of windows.entries()) expect(book!.pnl).toBeCloseTo(every[k]!.pnl, 6);
  });

  it('as episodes share no day', async () => {
    const { windows } = await historyOf({ windowDays: 5, worst: 8, episodes: true });
    const plain = await historyOf({ windowDays: 5, worst: 8 });
    expect(windows[0]).toEqual(plain.windows[0]);
    const spans = windows.map(({ from, to }) => [from, to] as const).sort();
    for (const [k, [from]] of spans.slice(1).entries()) expect(from >= spans[k]![1]).toBe(true);
    expect(windows).toHaveLength(8);
  });

  it('lie within the dates looked at', async () => {
    const { windows, from, to, looked } = await historyOf({
      from: Date.UTC(2020, 1, 1),
      to: Date.UTC(2020, 4, 1),
      worst: 3,
    });
    expect([from, to, looked]).toEqual(['2020-02-03', '2020-05-01', 62]);
    for (const window of windows) expect(window.from >= '2020-02-03' && window.to <= '2020-05-01').toBe(true);
  });
});

describe('dates asked for', () => {
  it('lie within the bounds, too', async () => {
    const bounds = { from: Date.UTC(2020, 2, 10), to: Date.UTC(2020, 2, 11) };
    const { windows } = await historyOf({ dates: ['2020-03-01..2020-03-31'], ...bounds });
    expect(windows.map(({ from, to }) => [from, to])).toEqual([
      ['2020-03-09', '2020-03-10'],
      ['2020-03-10', '2020-03-11'],
    ]);
    const { issues } = await asked({ dates: ['2020-03-12'], ...bounds });
    expect(issues.at(-1)).toMatchObject({ code: 'STR_NO_DATE', hint: 'the nearest dates are 2020-03-11' });
  });
});

describe('March 2020 on index options and stocks', () => {
  it('is reported by date with the joint moves, P&L and margin', async () => {
    const request = aStressRequest(ES, { prices: PRICES, what: ['history'], dates: ['2020-03-09..2020-03-16'] });
    const { history, base } = resultOf(await runStress(request, anIo()));
    const { windows, rule } = history!;
    expect(rule).toBe('dates');
    expect(windows.map(({ to }) => to)).toEqual([
      '2020-03-09',
      '2020-03-10',
      '2020-03-11',
      '2020-03-12',
      '2020-03-13',
      '2020-03-16',
    ]);
    for (const { to, from, moves, missing, book } of windows) {
      const k = ROWS.findIndex(([date]) => date === to);
      expect(from).toBe(ROWS[k - 1]![0]);
      expect(missing).toEqual([]);
      expect(moves.map(({ underlying }) => underlying)).toEqual(['AAPL', 'ES', 'IWM', 'QQQ', 'SPY']);
      for (const { underlying, move } of moves) {
        expect(move).toBeCloseTo(closes(k)[underlying]! / closes(k - 1)[underlying]! - 1, 12);
      }
      const shares = book!.byUnderlying.find(({ underlying }) => underlying === 'SPY')!;
      expect(shares.pnl).toBeCloseTo(12_000 * 316.67 * (closes(k).SPY! / closes(k - 1).SPY! - 1), 5);
      expect(book!.pnl).toBeCloseTo(
        book!.byUnderlying.reduce((total, { pnl }) => total + pnl, 0),
        5,
      );
      expect(book!.marginChange).toBeCloseTo(book!.initialMargin - base.initialMargin, 6);
      expect(book!.excess).toBeCloseTo(book!.equity! - book!.initialMargin, 6);
    }
    const worst = windows.reduce((low, one) => (one.book!.pnl < low.book!.pnl ? one : low));
    expect(worst.to).toBe('2020-03-16');
  });
});

describe('prices that are missing', () => {
  const prices = files({
    'p.csv': [
      'date,SPY,QQQ,IWM',
      '2020-01-02,300,200,150',
      '2020-01-03,303,,150',
      '2020-01-06,297,190,147',
      '2020-01-07,294,188,144',
    ].join('\n'),
    'short.csv': ['date,SPY,QQQ', '2020-01-02,300,200', '2020-01-03,290,199'].join('\n'),
    'holes.csv': ['date,SPY,QQQ,IWM', '2020-01-02,300,,150', '2020-01-03,303,199,150'].join('\n'),
  });

  it('leave a window out, and that is told', async () => {
    const { result, issues } = await asked({ worst: 5 }, prices['p.csv']);
    const { windows, looked, incomplete } = result!.history!;
    expect([windows.map(({ to }) => to), looked, incomplete]).toEqual([['2020-01-07'], 1, 2]);
    expect(issues.filter(({ code }) => code.startsWith('STR_'))).toMatchObject([
      {
        code: 'STR_INCOMPLETE',
        severity: 'warning',
        message: '2 windows are left out because a price is missing: QQQ in 2',
      },
    ]);
  });

  it('leave a date that was asked for without a figure', async () => {
    const { windows } = await historyOf({ dates: ['2020-01-03,2020-01-07'] }, prices['p.csv']);
    expect(windows[0]).toMatchObject({ to: '2020-01-03', missing: ['QQQ'], book: null });
    expect(windows[0]!.moves).toEqual([
      { underlying: 'IWM', move: 0 },
      { underlying: 'SPY', move: expect.closeTo(0.01, 12) },
    ]);
    expect(windows[1]!.book).not.toBeNull();
  });

  it('of a whole column leave it still, with a warning', async () => {
    const { result, issues } = await asked({}, prices['short.csv']);
    expect(result!.history!.unmoved).toEqual(['IWM']);
    expect(issues.find(({ code }) => code === 'STR_NO_COLUMN')?.message).toBe(
      'the price history has no column IWM: it stands still in every window',
    );
    const [window] = result!.history!.windows;
    expect(window!.book!.pnl).toBeCloseTo(1000 * 316.67 * (290 / 300 - 1) - 800 * 213.73 * (199 / 200 - 1), 6);
  });

  it('of every window refuse the run', async () => {
    const { status, issues } = await asked({}, prices['holes.csv']);
    expect(status).toBe('error');
    expect(issues.find(({ code }) => code === 'STR_NO_WINDOWS')?.message).toBe(
      'the price history has no window of 1 price date in which every underlying held has its prices',
    );
  });

  it.each([
    ['2020-01-05', 'STR_NO_DATE', "the price history has no date '2020-01-05'"],
    ['2020-01-02', 'STR_NO_DATE', "the price history has no date 1 price date before '2020-01-02'"],
    ['soon', 'CFG_BAD_VALUE', expect.stringContaining("--dates 'soon' is not accepted")],
  ])('on %s refuse the run', async (date, code, message) => {
    const { status, issues } = await asked({ dates: [date] }, prices['p.csv']);
    expect([status, issues.find(({ severity }) => severity === 'error')]).toEqual([
      'error',
      expect.objectContaining({ code, message, field: '--dates' }),
    ]);
  });
});
