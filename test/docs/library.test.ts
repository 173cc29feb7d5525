import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { pages, ROOT } from './pages.js';
import { ScratchFolder } from './scratch-folder.js';

const [EXAMPLE = '', PRICES = '', ...OTHERS] = pages()
  .find(({ path }) => path === 'docs/library.md')!
  .blocks.filter(({ language, attributes }) => language === 'ts' && 'run' in attributes)
  .map(({ text }) => text);

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
  files: ['example.ts', 'prices.ts'],
};

describe('the examples of docs/library.md', () => {
  const folder = new ScratchFolder();
  afterAll(() => folder.remove());

  it('are two, and well typed', () => {
    expect(OTHERS).toEqual([]);
    symlinkSync(join(ROOT, 'node_modules/@types'), join(folder.path, 'node_modules/@types'));
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder.path, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    writeFileSync(join(folder.path, 'example.ts'), EXAMPLE);
    writeFileSync(join(folder.path, 'prices.ts'), PRICES);
    const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder.path];
    expect(() => execFileSync(process.execPath, tsc, { stdio: 'pipe', encoding: 'utf8' })).not.toThrow();
  });

  it('of prices prints what its comments say', async () => {
    const { code } = await transform(PRICES, { loader: 'ts', format: 'esm' });
    writeFileSync(join(folder.path, 'prices.mjs'), code);
    const { code: exit, stdout, shown } = await folder.run(`"${process.execPath}" prices.mjs`);
    expect(exit, shown).toBe(0);
    const told = [...PRICES.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, figures]) => figures);
    expect(told).toHaveLength(3);
    expect(stdout.trim().split('\n')).toEqual(told);
  });

  it('of commands runs, and its trades are those of the command line', async () => {
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
