import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import build from '../setup/build.js';
import { spawn } from './spawn.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const FOLDER = join(FIXTURES, 'collateral');
const TWO = join(FIXTURES, 'two-venues');

beforeAll(build, 120_000);

describe('the exit code of margo collateral', () => {
  it.each<[number, string, string[]]>([
    [0, 'requirements of the file', [join(FOLDER, 'assets.json')]],
    [0, 'rows with requirements on the command line', [join(FOLDER, 'assets.csv'), '--require', 'OKX=1e5']],
    [0, 'lots', [join(FOLDER, 'lots.json')]],
    [2, 'no assets', []],
    [2, 'a requirement that is none', [join(FOLDER, 'assets.csv'), '--require', 'OKX']],
    [2, 'limits, of which it has none', [join(FOLDER, 'assets.json'), '--limit', 'delta BTC 0..1']],
    [3, 'nobody who asks', [join(FOLDER, 'assets.csv')]],
    [3, 'a file that is not there', ['none.json']],
    [4, 'too little of everything', [join(FOLDER, 'short.json')]],
  ])('%i: %s', async (code, _what, argv) => {
    const ran = await spawn(['collateral', ...argv]);
    expect({ code: ran.code, silent: ran.stdout === '' }).toEqual({ code, silent: code === 2 || code === 3 });
  });

  it('is 4 with what is missing named in every format', async () => {
    for (const format of ['table', 'json', 'ndjson', 'md', 'html']) {
      const ran = await spawn(['collateral', join(FOLDER, 'short.json'), '--format', format]);
      expect([format, ran.code]).toEqual([format, 4]);
      expect(ran.stdout).toMatch(/100,000|"missing":\s*100000/);
    }
  });
});

describe('the exit code of margo optimize --allocate', () => {
  const positions = join(TWO, 'positions.csv');
  const allocate = ['--allocate', join(TWO, 'venues.json')];

  it.each<[number, string, string[]]>([
    [0, 'moves between venues', [positions, ...allocate]],
    [1, 'no move that pays', [positions, ...allocate, '--capital-cost', '1%', '--require-improvement']],
    [2, 'options of one book', [positions, ...allocate, '--limit', 'delta BTC 0..1', '--no-close']],
    [3, 'positions of no venue', [join(FIXTURES, 'btc-short-strangle/positions.csv'), ...allocate]],
    [3, 'a venues file that is not there', [positions, '--allocate', 'none.json']],
  ])('%i: %s', async (code, _what, argv) => {
    const ran = await spawn(['optimize', ...argv]);
    expect({ code: ran.code, silent: ran.stdout === '' }).toEqual({ code, silent: code > 1 });
  });

  it('names every option it has no use for', async () => {
    const { stderr } = await spawn(['optimize', positions, ...allocate, '--only', '*', '--explain']);
    for (const flag of ['--only', '--explain']) expect(stderr).toContain(`${flag} contradicts --allocate`);
  });
});

describe('margo optimize --collateral', () => {
  const strangle = join(FIXTURES, 'btc-short-strangle');
  const optimize = ['optimize', join(strangle, 'positions.csv'), '--market', join(strangle, 'market.csv')];
  const hedge = ['--collateral', join(FOLDER, 'hedge.json'), '--candidates', 'BTC-31JUL26-*'];

  it('tells the collateral in a table and a document that margo verify believes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'margo-collateral-'));
    const file = join(folder, 'hedge.json');
    const { code } = await spawn([...optimize, ...hedge, '--json', '-o', file]);
    const { result, manifest } = JSON.parse(readFileSync(file, 'utf8'));
    expect(code).toBe(0);
    expect(result.collateral).toMatchObject({ venue: 'Deribit', horizonDays: 7 });
    expect(manifest.inputs.map(({ role }: { role: string }) => role)).toContain('collateral');
    const verified = await spawn(['verify', file]);
    rmSync(folder, { recursive: true });
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/input collateral +ok/)]);
    const table = await spawn([...optimize, ...hedge]);
    expect(table.stdout).toContain('COLLATERAL AT DERIBIT');
    expect(table.stdout.replaceAll(/\s+/g, ' ')).toContain('Objective: what the cheapest collateral at Deribit');
  });

  it.each<[number, string, string[]]>([
    [2, '--capital-cost contradicts --collateral', ['--capital-cost', '8%']],
    [2, '--collateral contradicts --allocate', ['--allocate', join(TWO, 'venues.json')]],
    [3, 'did you mean Deribit?', ['--collateral-venue', 'Deribt']],
  ])('%i: %s', async (code, words, argv) => {
    const ran = await spawn([...optimize, ...hedge, ...argv]);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(words)]);
  });
});
