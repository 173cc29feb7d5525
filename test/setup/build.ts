import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist/cli.cjs');

/** Before all tests: builds dist/ when it is missing or older than anything it is made from, since some tests run the program itself. */
export default function build(): void {
  const sources = [...newest(join(ROOT, 'src')), ...newest(join(ROOT, 'scripts'))];
  if (existsSync(BUILT) && sources.every((time) => time <= statSync(BUILT).mtimeMs)) return;
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
}

function newest(folder: string): number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}
