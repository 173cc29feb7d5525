import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { pages, ROOT } from './pages.js';
import { ScratchFolder } from './scratch-folder.js';

const EXAMPLE = pages()
  .find(({ path }) => path === 'docs/library.md')!
  .blocks.find(({ language, attributes }) => language === 'ts' && 'run' in attributes)!.text;

/** What a user of the package would have: strict, no types of the web, types of packages checked as well. */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    types: ['node'],
    noEmit: true,
  },
  files: ['example.ts'],
};

describe('the example of docs/library.md', () => {
  const folder = new ScratchFolder();
  afterAll(() => folder.remove());

  it('is well typed', () => {
    symlinkSync(join(ROOT, 'node_modules/@types'), join(folder.path, 'node_modules/@types'));
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder.path, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    writeFileSync(join(folder.path, 'example.ts'), EXAMPLE);
    const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder.path];
    expect(() => execFileSync(process.execPath, tsc, { stdio: 'pipe', encoding: 'utf8' })).not.toThrow();
  });

  it('runs, and its trades are those of the command line', async () => {
    const { code } = await transform(EXAMPLE, { loader: 'ts', format: 'esm' });
    writeFileSync(join(folder.path, 'example.mjs'), code);
    const own = await folder.run(`"${process.execPath}" example.mjs`);
    expect(own.code, own.shown).toBe(0);
    const [margin = '', hedge = '', ...csv] = own.stdout.split('\n');
    expect(margin).toMatch(/^\d+ .*, vol up -\d+/);
    expect(hedge).toMatch(/^ok true \d+$/);
    const command = await folder.run(
      `margo optimize fixtures/btc-short-strangle/positions.csv --market fixtures/btc-short-strangle/market.csv \
        --set model.scanSigmas=5 --limit 'vega BTC 90%..110%' --limit 'cost total ..5000' --format csv`,
    );
    expect(csv.join('\n').trim()).toBe(command.stdout.trim());
  });
});
