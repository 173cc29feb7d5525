// npm run vectors -- DIR: checks margo against figures from outside. The runner is TypeScript in test/vectors; it is
// bundled to a temporary file so that it runs on a clean checkout, without a build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'margo-vectors-'));
try {
  const outfile = join(folder, 'run-vectors.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../test/vectors/run-vectors.ts', import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  const { runVectors } = await import(pathToFileURL(outfile).href);
  process.exitCode = runVectors(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
