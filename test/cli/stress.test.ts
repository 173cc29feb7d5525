import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import build from '../setup/build.js';
import { runInProcess } from './run-in-process.js';
import { spawn } from './spawn.js';

const ES = resolve(import.meta.dirname, '../../fixtures/es-and-etfs');
const ETH = resolve(import.meta.dirname, '../../fixtures/btc-eth-pair');
const BOOK = [`${ETH}/positions.csv`, '--market', `${ETH}/market.csv`, '--correlations', `${ETH}/correlations.csv`];
const MOVES = 'scenario,what,of,move\ncrash,level,*,-20%\n';
const FILE = ['--what', 'scenarios', '--scenarios-file', '-'];

beforeAll(build, 120_000);

describe('the exit code of margo stress', () => {
  it.each<[number, string, string[], string?]>([
    [0, 'a scenario', [...BOOK, ...FILE], MOVES],
    [0, 'thresholds wide enough', [...BOOK, ...FILE, '--max-loss', '1e9', '--fail-above', '1e9'], MOVES],
    [1, 'a loss above the threshold', [...BOOK, ...FILE, '--max-loss', '1'], MOVES],
    [1, 'a margin above the threshold', [...BOOK, ...FILE, '--fail-above', '1'], MOVES],
    [1, 'a margin above it on some day', [...BOOK, '--what', 'time', '--until', '2024-01-10', '--fail-above', '1']],
    [2, 'no positions', []],
    [2, 'a part that nobody knows', [...BOOK, '--what', 'weather']],
    [2, 'a part without its input', [...BOOK, '--what', 'history']],
    [2, 'a threshold below nothing', [...BOOK, ...FILE, '--max-loss=-1'], MOVES],
    [2, 'a date that is none', [...BOOK, '--what', 'time', '--until', 'soon']],
    [2, 'a window of no days', [...BOOK, '--window-days', '0']],
    [2, 'limits, of which it has none', [...BOOK, '--limit', 'delta BTC 0..1']],
    [3, 'a bad scenario', [...BOOK, ...FILE], MOVES.replace('-20%', '-200%')],
    [
      3,
      'a date that the prices lack',
      [...BOOK, '--what', 'history', '--prices', `${ETH}/prices.csv`, '--dates', '2031-01-01'],
    ],
    [3, 'a file that is not there', [...BOOK, '--scenarios-file', 'none.csv']],
  ])('%i: %s', async (code, _what, argv, input) => {
    const ran = await spawn(['stress', ...argv], input === undefined ? {} : { input });
    expect([ran.code, code >= 2 && ran.stdout !== '']).toEqual([code, false]);
    if (code >= 2) expect(ran.stderr).toMatch(/error/);
  });
});

describe('margo stress', () => {
  it('asks for what it was told', async () => {
    const { requests } = await runInProcess([
      'stress',
      'p.csv',
      ...['--what', 'history,time', '--dates', '2020-03-09', '--dates', '2020-03-12..2020-03-16', '--worst', '3'],
      ...['--window-days', '5', '--episodes', '--until', '2026-09-30', '--from', '2020-01-01', '--to', '2020-12-31'],
      ...['--max-loss', '2.5e6', '--fail-above', '1_000', '--by-instrument', '--scenarios-file', 's.csv'],
    ]);
    expect(requests[0]).toMatchObject({
      positions: 'p.csv',
      what: ['history,time'],
      dates: ['2020-03-09', '2020-03-12..2020-03-16'],
      worst: 3,
      windowDays: 5,
      episodes: true,
      until: Date.UTC(2026, 8, 30),
      from: Date.UTC(2020, 0, 1),
      to: Date.UTC(2020, 11, 31),
      maxLoss: 2_500_000,
      failAbove: 1000,
      byInstrument: true,
      scenariosFile: 's.csv',
    });
  });

  it('prints its states for machines and for people', async () => {
    for (const format of ['ndjson', 'html']) {
      const ran = await spawn(['stress', ...BOOK, ...FILE, '--format', format], { input: MOVES });
      expect([format, ran.code]).toEqual([format, 0]);
      expect(ran.stdout).toContain('crash');
    }
  });

  it('puts March 2020 to index options and stocks', async () => {
    const ran = await spawn([
      'stress',
      ...[`${ES}/positions.csv`, '--market', `${ES}/market.csv`, '--correlations', `${ES}/correlations.csv`],
      ...['--prices', `${ES}/prices-2020.csv`, '--what', 'history', '--dates', '2020-03-16', '--json'],
    ]);
    const { result } = JSON.parse(ran.stdout);
    const [{ from, to, moves, book }] = result.history.windows;
    expect([from, to]).toEqual(['2020-03-13', '2020-03-16']);
    const byName = Object.fromEntries(
      moves.map(({ underlying, move }: { underlying: string; move: number }) => [underlying, move]),
    );
    // Closes of the two days, from the price file.
    expect(byName.SPY).toBeCloseTo(234.6845 / 263.5199 - 1, 12);
    expect(byName.AAPL).toBeCloseTo(60.0867 / 68.958 - 1, 12);
    expect(book.pnl).toBeLessThan(-600_000);
    expect(book.initialMargin).toBeGreaterThan(result.base.initialMargin);
  });
});
