import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { spawn } from './spawn.js';

const PAIR = 'fixtures/btc-eth-pair';
const folder = mkdtempSync(join(tmpdir(), 'margo-every-move-'));
afterAll(() => rmSync(folder, { recursive: true }));
const margin = [
  'margin',
  `${PAIR}/positions.csv`,
  '--market',
  `${PAIR}/market.csv`,
  '--correlations',
  `${PAIR}/correlations.csv`,
  '--scenarios',
  'ellipsoid',
];

describe('margo margin --scenarios ellipsoid', () => {
  it('records the mode, and is verified by the options in its manifest', async () => {
    const file = join(folder, 'margin.json');
    const { code } = await spawn([...margin, '--json', '-o', file]);
    expect(code).toBe(0);
    const { manifest, result } = JSON.parse(readFileSync(file, 'utf8'));
    expect(manifest.options).toMatchObject({ scenarios: 'ellipsoid' });
    expect(result.initialMargin).toBeGreaterThan(result.search.listedMargin);
    const verified = await spawn(['verify', file]);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  }, 60_000);

  it('is refused by a rule book with scenarios of its own, and as another word', async () => {
    const other = await spawn([...margin, '--model', 'okx-pm']);
    expect(other.code).not.toBe(0);
    expect(other.stderr).toContain('model scan');
    expect((await spawn([...margin.slice(0, -1), 'all'])).code).toBe(2);
  }, 60_000);
});
