// npm run docs:errors: writes docs/errors.md from the sentences in src/domain/issues. The page itself is made by
// test/docs/errors-page.ts, which the test of the page uses as well.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const CONTENTS = `
  import { ISSUE_TABLE } from './src/domain/issues/issue-table.ts';
  import { errorsPage } from './test/docs/errors-page.ts';
  export const page = errorsPage(ISSUE_TABLE);`;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'margo-errors-page-'));
try {
  const outfile = join(folder, 'page.mjs');
  const stdin = { contents: CONTENTS, resolveDir: root };
  await build({ stdin, outfile, bundle: true, format: 'esm', logLevel: 'warning' });
  const { page } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(root, 'docs/errors.md'), page);
  process.stdout.write('docs/errors.md is written.\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
