import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spawn } from './spawn.js';

const BTC = 'fixtures/btc-short-strangle';
const VENUES = 'fixtures/two-venues';
const PAIR = 'fixtures/btc-eth-pair';
const DESKS = 'fixtures/correlations';
const folder = mkdtempSync(join(tmpdir(), 'margo-verify-further-'));
afterAll(() => rmSync(folder, { recursive: true }));

const book = [`${BTC}/positions.csv`, '--market', `${BTC}/market.csv`];
const few = ['--candidates', 'BTC-31JUL26-*'];

/** Command lines with options of every kind, and a figure of each document. */
const RUNS: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['attribute', ['attribute', ...book, '--by', 'expiry', '--top', '2'], /"standaloneMargin": [1-9]/],
  ['compare', ['compare', ...book, '--models', 'scan,pm1@pm1-grvt'], /"initialMargin": [1-9]/],
  ['reconcile', ['reconcile', 'fixtures/reconcile/cases.json', '--tolerance', '0.01'], /"ours": -?[1-9]/],
  ['frontier', ['frontier', ...book, ...few, '--points', '2'], /"margin": [1-9]/],
  [
    'stress',
    ['stress', ...book, '--what', 'parameters,time', '--until', '2026-07-01', '--set', 'model.volUp=0.6'].concat([
      '--parameter-ranges',
      `${BTC}/parameter-ranges.csv`,
    ]),
    /"perUnit": -?[1-9]/,
  ],
  [
    'correlate PRICES',
    [
      'correlate',
      `${PAIR}/prices.csv`,
      '--estimator',
      'ewma',
      '--as-of',
      '2023-06-30',
      '--no-overlapping',
      '--days',
      '2',
    ],
    /"observations": [1-9]/,
  ],
  [
    'correlate --matrix',
    ['correlate', '--matrix', `${DESKS}/five-desks.csv`, '--fix', 'BTC/ETH', '--target', `${DESKS}/target.csv`],
    /"negativeEigenvalues": [1-9]/,
  ],
  [
    'correlate --hedges',
    ['correlate', `${PAIR}/prices.csv`, '--hedges', `${PAIR}/positions.csv`, '--market', `${PAIR}/market.csv`],
    /"marginAfter": [1-9]/,
  ],
  ['collateral', ['collateral', 'fixtures/collateral/assets.json'], /"requirement": [1-9]/],
  [
    'allocate',
    ['optimize', `${VENUES}/positions.csv`, '--allocate', `${VENUES}/venues.json`, '--lots'],
    /"initialMargin": [1-9]/,
  ],
  [
    'optimize --robust parameters',
    ['optimize', ...book, ...few, '--robust', 'parameters', join(folder, 'ranges.csv')],
    /"saves": -?[1-9]/,
  ],
];

describe.each(RUNS)('a document of %s', (name, argv, figure) => {
  it('is verified from its manifest, and not with another figure', async () => {
    writeFileSync(join(folder, 'ranges.csv'), 'parameter,min,max\nscanSigmas,3,5\n');
    const file = join(folder, `${name.replaceAll(/\W/g, '')}.json`);
    expect((await spawn([...argv, '--json', '-o', file])).code).toBe(0);
    const { code, stdout } = await spawn(['verify', file]);
    expect([code, stdout.match(/FAILED.*/)]).toEqual([0, null]);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(figure);
    const other = await spawn(['verify', '-'], { input: text.replace(figure, (found) => `${found}1`) });
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('NOT verified');
  }, 30_000);
});
