import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import build from '../setup/build.js';
import { runInProcess } from './run-in-process.js';
import { spawn } from './spawn.js';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/reconcile');
const CASES = join(FOLDER, 'cases.json');
const MIXED = join(FOLDER, 'mixed.json');

beforeAll(build, 120_000);

/** A case that agrees with nothing: the strangle of another fixture against a margin of one dollar. */
const OUTSIDE = JSON.stringify([
  {
    model: 'okx-pm',
    positions: join(FOLDER, 'okx-positions.csv'),
    market: join(FOLDER, 'okx-market.csv'),
    reported: { initialMargin: 1 },
  },
]);

describe('the exit code of margo reconcile', () => {
  it.each<[number, string, string[], string?]>([
    [0, 'published figures', [CASES]],
    [0, 'published figures to 1e-8', [CASES, '--tolerance', '0.000001%']],
    [0, 'an amount wide enough', ['-', '--tolerance', '2e3'], OUTSIDE],
    [1, 'a figure outside', ['-'], OUTSIDE],
    [1, 'figures with fewer digits than a tolerance of nothing asks for', [CASES, '--tolerance', '0']],
    [2, 'no cases', []],
    [2, 'a tolerance that is none', [CASES, '--tolerance', 'much']],
    [2, 'a negative tolerance', [CASES, '--tolerance=-1']],
    [2, 'limits, of which it has none', [CASES, '--limit', 'delta BTC 0..1']],
    [3, 'a refused case beside one outside', [MIXED]],
    [3, 'a file that is not there', ['none.json']],
    [3, 'a model that nobody knows, named by the only case', ['-'], OUTSIDE.replace('okx-pm', 'okx')],
  ])('%i: %s', async (code, _what, argv, input) => {
    const ran = await spawn(['reconcile', ...argv], input === undefined ? {} : { input });
    expect({ code: ran.code, stderr: code < 2 ? '' : ran.stderr === '' }).toEqual({
      code,
      stderr: code < 2 ? '' : false,
    });
    if (code === 2) expect(ran.stdout).toBe('');
  });

  it('is 3 with the other cases reported all the same, in every format', async () => {
    for (const format of ['table', 'json', 'ndjson', 'csv', 'md', 'html']) {
      const ran = await spawn(['reconcile', MIXED, '--format', format]);
      expect([format, ran.code]).toEqual([format, 3]);
      expect(ran.stdout).toContain('a stale report');
      expect(ran.stderr).toContain('case no such file: cannot read');
    }
  });
});

describe('margo reconcile', () => {
  it('asks for cases with the tolerance as it was written', async () => {
    const { requests } = await runInProcess(['reconcile', 'c.csv', '--model', 'okx-pm', '--currency', 'BTC']);
    expect(requests[0]).toMatchObject({
      cases: 'c.csv',
      model: 'okx-pm',
      currency: 'BTC',
      tolerance: { amount: 0.0001, relative: true },
      limitTexts: [],
    });
    expect(requests[0]).not.toHaveProperty('positions');
    expect(requests[0]?.optionsInEffect).toMatchObject({ tolerance: '0.01%' });
    const amount = await runInProcess(['reconcile', 'c.csv', '--set', 'tolerance=0.5']);
    expect(amount.requests[0]).toMatchObject({ tolerance: { amount: 0.5, relative: false } });
  });
});
