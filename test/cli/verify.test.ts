import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawn } from './spawn.js';

const BTC = 'fixtures/btc-short-strangle';
const folder = mkdtempSync(join(tmpdir(), 'margo-verify-'));
const hedge = join(folder, 'hedge.json');
afterAll(() => rmSync(folder, { recursive: true }));

const book = [`${BTC}/positions.csv`, '--market', `${BTC}/market.csv`, '--set', 'model.scanSigmas=4'];
const optimize = [
  'optimize',
  ...book,
  '--limit',
  'vega BTC 80%..120%',
  '--candidates',
  'BTC-31JUL26-*',
  '--as-of',
  '2026-06-27T10:00:00Z',
];

beforeAll(async () => {
  const { code } = await spawn([...optimize, '--format', 'json', '-o', hedge]);
  expect(code).toBe(0);
}, 30_000);

/** The document with a text replaced. */
function changed(from: RegExp, to: string): string {
  const text = readFileSync(hedge, 'utf8');
  expect(text).toMatch(from);
  return text.replace(from, to);
}

describe('margo verify', () => {
  it('verifies what was written, by all options of the run, and says so', async () => {
    const { code, stdout, stderr } = await spawn(['verify', hedge]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('bound by weak duality');
    expect(stdout).toMatch(/Verified: .*hedge\.json/);
    expect(stdout).not.toContain('FAILED');
  });

  it('verifies an answer over a horizon, its margin by date and its bound', async () => {
    const average = join(folder, 'average.json');
    const written = await spawn([...optimize, '--horizon', '30', '--format', 'json', '-o', average]);
    expect(written.code).toBe(0);
    const { manifest, result } = JSON.parse(readFileSync(average, 'utf8'));
    expect(manifest.options).toMatchObject({ horizon: 30, horizonRule: 'average' });
    // Rows say of which date they are.
    const rows: string[] = result.certificate.multipliers.map(({ row }: { row: string }) => row);
    expect(rows.some((row) => row.startsWith('2026-07-17 scan risk: '))).toBe(true);
    const { code, stdout } = await spawn(['verify', average]);
    expect([code, stdout.includes('NOT verified')]).toEqual([0, false]);
    const other = readFileSync(average, 'utf8').replace(/"horizonMargin": \d/, '"horizonMargin": 9');
    const changed = await spawn(['verify', '-'], { input: other });
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain('result.before.horizonMargin');
  });

  it('reads a document from standard input', async () => {
    const { code, stdout } = await spawn(['verify', '-', '--json'], { input: readFileSync(hedge, 'utf8') });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'margo/verify@1',
      status: 'ok',
      result: { verified: true, failed: 0 },
    });
  });

  it('exits 1 when a digit is another, and says where', async () => {
    const input = changed(/"maintenanceMargin": \d/, '"maintenanceMargin": 9');
    const { code, stdout } = await spawn(['verify', '-'], { input });
    expect(code).toBe(1);
    expect(stdout).toContain('result.before.maintenanceMargin');
    expect(stdout).toContain('NOT verified');
  });

  it('exits 1 when an input is another file', async () => {
    const market = join(folder, 'market.csv');
    writeFileSync(market, `${readFileSync(join(import.meta.dirname, '../..', BTC, 'market.csv'), 'utf8')}\n`);
    const { code, stdout } = await spawn(['verify', hedge, '--input', `market=${market}`, '--format', 'csv']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/input market,false/);
  });

  it('finds the inputs in another folder', async () => {
    const { code } = await spawn(['verify', hedge, '--inputs', BTC]);
    expect(code).toBe(0);
  });

  it('exits 2 for a role that is none, 3 for an input that is gone or a document that is none', async () => {
    expect((await spawn(['verify', hedge, '--input', 'markt=x.csv'])).stderr).toContain('market, positions');
    expect((await spawn(['verify', hedge, '--input', 'markt=x.csv'])).code).toBe(2);
    expect((await spawn(['verify', hedge, '--inputs', join(folder, 'nowhere')])).code).toBe(3);
    expect((await spawn(['verify', `${BTC}/market.csv`])).code).toBe(3);
  });

  it('exits 3 for options that are none, naming them', async () => {
    const input = changed(/"horizon": 7/, '"horizon": "soon"');
    const { code, stdout } = await spawn(['verify', '-', '--json'], { input });
    expect(code).toBe(3);
    expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'VFY_CANNOT_REBUILD', field: 'options.horizon' }]);
  });
});
