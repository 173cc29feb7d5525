import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ManifestBuilder } from '../../src/app/manifest.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { aMarginRequest, anIo, anOptimizeRequest, ROOT } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';

describe('a manifest', () => {
  it('names every input with the hash of what was read', async () => {
    const { manifest } = await runMargin(aMarginRequest(BTC), anIo());
    const names = ['market.csv', 'positions.csv', 'account.json', 'limits.csv'];
    expect(manifest.inputs.map(({ role, file }) => [role, file])).toEqual([
      ['market', `${BTC}/market.csv`],
      ['positions', `${BTC}/positions.csv`],
      ['account', `${BTC}/account.json`],
      ['limits', `${BTC}/limits.csv`],
    ]);
    const hashes = names.map((name) =>
      createHash('sha256')
        .update(readFileSync(join(ROOT, BTC, name)))
        .digest('hex'),
    );
    expect(manifest.inputs.map(({ sha256 }) => sha256)).toEqual(hashes);
  });

  it('tells model, parameters, instant, options, solver and seed', async () => {
    const request = anOptimizeRequest(BTC, {
      candidates: 'BTC-31JUL26-*-P',
      optionsInEffect: { candidates: 'BTC-31JUL26-*-P' },
      seed: 42,
      parameterOverrides: { volUp: 0.4 },
    });
    const { manifest } = await runOptimize(request, anIo());
    expect(manifest).toMatchObject({
      program: 'margo',
      model: { id: 'scan', parameters: 'scan-2026-11-22+', effectiveDate: '2026-11-22' },
      asOf: '2026-06-27T09:26:59.679Z',
      options: { candidates: 'BTC-31JUL26-*-P' },
      solver: { id: 'highs' },
      seed: 42,
    });
    expect(Object.keys(manifest.timings)).toEqual(['read', 'value', 'solve', 'report']);
  });

  it('has neither model nor instant where a run was refused before it had them', async () => {
    const { manifest } = await runMargin(aMarginRequest(BTC, { market: null }), anIo());
    expect(manifest).toMatchObject({ model: null, asOf: null, solver: null });
    expect(manifest.inputs.map(({ role }) => role)).toEqual(['positions', 'account', 'limits']);
  });

  it('counts the time of each step since the one before, and the same step twice together', () => {
    const clock = [0, 5, 12, 20, 31][Symbol.iterator]();
    const io = anIo({ elapsed: () => clock.next().value ?? 0 });
    const manifest = new ManifestBuilder(aMarginRequest(BTC), io);
    for (const step of ['read', 'value', 'read', 'report']) manifest.finished(step);
    expect(manifest.build().timings).toEqual({ read: 13, value: 7, report: 11 });
  });
});
