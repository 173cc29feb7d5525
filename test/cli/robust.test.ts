import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spawn } from './spawn.js';

const BTC = 'fixtures/btc-short-strangle';
const folder = mkdtempSync(join(tmpdir(), 'margo-robust-'));
afterAll(() => rmSync(folder, { recursive: true }));
const market = ['--market', `${BTC}/market.csv`];
const optimize = ['optimize', `${BTC}/positions.csv`, ...market, '--candidates', 'BTC-31JUL26-*'];

describe('margo optimize --robust', () => {
  it('shows each case, and is verified by the options in its manifest', async () => {
    const file = join(folder, 'robust.json');
    const { code } = await spawn([...optimize, '--robust', `${BTC}/robust.json`, '--json', '-o', file]);
    expect(code).toBe(0);
    const { manifest, result } = JSON.parse(readFileSync(file, 'utf8'));
    expect(manifest.options).toMatchObject({ robust: `${BTC}/robust.json`, thenWithin: 0.000001 });
    expect(result.robust.cases.map(({ name }: { name: string }) => name)).toEqual(['house', 'house, wider', 'Deribit']);
    const verified = await spawn(['verify', file]);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  }, 60_000);

  it('finds the files of cases again where they lie now', async () => {
    const copy = join(folder, 'other.csv');
    writeFileSync(copy, readFileSync(join(import.meta.dirname, '../..', BTC, 'market.csv')));
    const cases = join(folder, 'cases.json');
    writeFileSync(cases, JSON.stringify({ cases: [{ name: 'there', market: 'other.csv' }] }));
    const file = join(folder, 'there.json');
    expect((await spawn([...optimize, '--robust', cases, '--json', '-o', file])).code).toBe(0);
    const moved = join(folder, 'moved.csv');
    writeFileSync(moved, readFileSync(copy));
    writeFileSync(copy, 'instrument\n');
    expect((await spawn(['verify', file])).code).not.toBe(0);
    expect((await spawn(['verify', file, '--input', `robust.there.market=${moved}`])).code).toBe(0);
  }, 60_000);

  it('shows a table of the cases', async () => {
    const { code, stdout } = await spawn([...optimize, '--robust', 'scan,pm1']);
    expect(code).toBe(0);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toMatch(/margin by case/i);
    expect(words).toMatch(/the worst case [\d,]+ -> [\d,]+ USD/);
    expect(words).toContain('initial margin of the worst case after the trades');
  });

  it('exits 2 for a rule book that is none, 3 for a bad file, naming what and where', async () => {
    const unknown = await spawn([...optimize, '--robust', 'scan,scam']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('case scam')]);
    const file = join(folder, 'bad.json');
    writeFileSync(file, '{ "rule": "best", "cases": [{ "name": "a" }, { "name": "a" }] }');
    const bad = await spawn([...optimize, '--robust', file, '--json']);
    expect(bad.code).toBe(3);
    expect(JSON.parse(bad.stdout).issues.map(({ code }: { code: string }) => code)).toEqual([
      'ROB_BAD_MEMBER',
      'ROB_NAME_TWICE',
    ]);
    expect((await spawn([...optimize, '--robust', join(folder, 'nowhere.json')])).code).toBe(3);
  });

  it('reads cases from standard input', async () => {
    const { code } = await spawn([...optimize, '--robust', '-'], { input: '{ "cases": [{}] }' });
    expect(code).toBe(0);
  });
});

describe('margo optimize --then', () => {
  it.each(['highs', 'js'])(
    '%s: the objective is held, the turnover falls, and the document is verified',
    async (solver) => {
      const file = join(folder, `${solver}.json`);
      const flags = ['--then', 'turnover', '--then-within', '1%', '--solver', solver];
      expect((await spawn([...optimize, ...flags, '--json', '-o', file])).code).toBe(0);
      const { secondAim, objective } = JSON.parse(readFileSync(file, 'utf8')).result;
      expect(objective).toBe(secondAim.objectiveAfter);
      expect(objective).toBeLessThanOrEqual(secondAim.objectiveBefore * 1.01);
      expect(secondAim.valueAfter).toBeLessThan(secondAim.valueBefore * 0.99);
      expect((await spawn(['verify', file])).code).toBe(0);
    },
    60_000,
  );

  it('says it in words', async () => {
    const { code, stdout } = await spawn([
      ...optimize,
      '--then',
      'trades',
      '--then-within',
      '20%',
      '--time-limit',
      '20',
    ]);
    expect([0, 5]).toContain(code);
    expect(stdout.replace(/\s+/g, ' ')).toContain('The number of trades goes from');
  }, 60_000);

  it('exits 2 for an aim that is none, and for trades with the small engine', async () => {
    const aim = await spawn([...optimize, '--then', 'vega']);
    expect([aim.code, aim.stderr]).toEqual([2, expect.stringContaining('cost, trades, turnover')]);
    expect((await spawn([...optimize, '--then', 'trades', '--solver', 'js'])).code).toBe(2);
  });
});
