// Builds dist/: bundled ES modules (fewer files to open means a faster start) and type declarations. Everything is made in a folder
// beside it, which then takes its place, so that a program that runs meanwhile finds either build whole. A type error fails the
// build (exit code 1 or 2), but does not keep the new modules from being tried.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const fresh = `dist.new-${process.pid}`;
const old = `dist.old-${process.pid}`;

try {
  await build({
    entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: false,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  });
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${fresh}/types`];
  process.exitCode = spawnSync(process.execPath, tsc, { stdio: ['ignore', 2, 2] }).status ?? 1;
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(fresh, 'dist');
} finally {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
}
