import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('npm run vectors bundles the runner, prints to standard output and exits with its code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'margo-vectors-script-'));
  try {
    mkdirSync(join(folder, 'pricing'));
    writeFileSync(
      join(folder, 'pricing', 'black.csv'),
      'type,strike,forward,stdDev,discount,value\nput,100,100,0.2,1,7.965567455405804\n',
    );
    const run = (directory: string) =>
      spawnSync(process.execPath, ['scripts/vectors.mjs', directory], { encoding: 'utf8' });
    const passed = run(folder);
    expect(passed.stdout).toMatch(/^pricing: 1\/1, max relative error \d\.\de[-+]\d+\n$/);
    expect(passed.status).toBe(0);
    expect(run(join(folder, 'nowhere')).status).toBe(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
