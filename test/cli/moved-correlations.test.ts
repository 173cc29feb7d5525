import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import build from '../setup/build.js';
import { runInProcess } from './run-in-process.js';
import { spawn } from './spawn.js';

const PAIR = 'fixtures/btc-eth-pair';
const folder = mkdtempSync(join(tmpdir(), 'margo-moved-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inputs = ['market', 'correlations', 'prices'].flatMap((name) => [`--${name}`, `${PAIR}/${name}.csv`]);
const book = [`${PAIR}/positions.csv`, ...inputs];

beforeAll(build, 120_000);

describe('margo stress --what correlations', () => {
  const asked = ['stress', ...book, '--what', 'correlations'];

  it('prints the curve and the worst correlation', async () => {
    const { code, stdout } = await spawn([...asked, '--within', '0.1']);
    expect(code).toBe(0);
    expect(stdout).toContain('correlation of BTC and ETH');
    expect(stdout).toMatch(/BTC ETH +0\.832 +0\.732/);
  });

  it.each<[number, string[]]>([
    [1, ['--fail-above', '50000']],
    [2, ['--within', '0']],
    [2, ['--regimes', 'many']],
    [2, ['--pair', 'BTC,SOL']],
    [2, ['--block', 'SOL']],
  ])('%i: %j', async (code, flags) => {
    expect((await spawn([...asked, ...flags])).code).toBe(code);
  });

  it('asks for what it was told', async () => {
    const { requests } = await runInProcess([
      ...['stress', 'p.csv', '--block', 'A,B', '--block', 'C', '--pair', 'A,C', '--pair-move', '0.1', '--regimes', '3'],
      ...['--regime-window', '63', '--within', '0.3', '--distance', '0.5'],
    ]);
    expect(requests[0]).toMatchObject({
      blocks: ['A,B', 'C'],
      pair: 'A,C',
      pairMove: 0.1,
      regimes: 3,
      regimeWindow: 63,
      within: 0.3,
      distance: 0.5,
    });
  });
});

describe('margo optimize --robust', () => {
  const optimize = ['optimize', ...book, '--limits', `${PAIR}/limits.csv`];

  it.each([
    ['correlations', ['correlations', `${PAIR}/matrices`], ['high', 'low']],
    ['regimes', ['regimes'], ['calm', 'stressed']],
  ])(
    'hedges against %s, and is verified',
    async (name, words, cases) => {
      const file = join(folder, `${name}.json`);
      expect((await spawn([...optimize, '--robust', ...words, '--json', '-o', file])).code).toBe(0);
      const { result } = JSON.parse(readFileSync(file, 'utf8'));
      expect(result.robust.cases.map((one: { name: string }) => one.name)).toEqual(cases);
      expect(result.robust.plain.saves).toBeGreaterThan(0);
      const { code, stdout } = await spawn(['verify', file, '--json']);
      expect([code, JSON.parse(stdout).status]).toEqual([0, 'ok']);
    },
    60_000,
  );

  it('is refused without matrices or prices', async () => {
    const none = await spawn([...optimize, '--robust', 'correlations', 'fixtures/issues/rob-no-matrices/empty']);
    expect([none.code, none.stderr.includes('has no file of correlations')]).toEqual([3, true]);
    const without = ['optimize', book[0]!, '--market', `${PAIR}/market.csv`, '--robust', 'regimes'];
    const unpriced = await spawn(without);
    expect([unpriced.code, unpriced.stderr.includes('--robust regimes finds the regimes in a price file')]).toEqual([
      3,
      true,
    ]);
  });
});
