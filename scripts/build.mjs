// Builds dist/: the library as one ES module, the program as CommonJS modules (Node starts those faster) with its help pages, and type
// declarations. Everything is made in a folder beside it, which then takes its place, so that a program that runs meanwhile finds
// either build whole. A type error fails the build (exit code 1 or 2), but does not keep the new modules from being tried.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { dropUnreachableTypes } from './drop-unreachable-types.mjs';

const BUNDLED = [
  'chalk',
  'commander',
  'csv-parse',
  'fastest-levenshtein',
  'jsonc-parser',
  'yargs-parser',
  '@sinclair/typebox',
];
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const EXTERNAL = Object.keys(dependencies).filter((name) => !BUNDLED.includes(name));
/** Bundled CommonJS packages ask for Node's own modules through `require`. */
const REQUIRE =
  "import { createRequire as margoRequire } from 'node:module'; const require = margoRequire(import.meta.url);";

const SETTINGS = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Small pure-JavaScript packages that every start needs go in: opening their many files costs more than running them.
  // The rest stay outside and are loaded by the commands that need them.
  external: EXTERNAL,
  mainFields: ['module', 'main'],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  sourcemap: false,
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
};

/** Commander asks for a module that it needs for commands in files of their own, which margo has none of: later is early enough. */
const LATE_CHILD_PROCESS = {
  name: 'late-child-process',
  setup: ({ onLoad }) => {
    onLoad({ filter: /commander\/lib\/command\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const early = "const childProcess = require('node:child_process');";
      if (!text.includes(early)) throw new Error('commander no longer asks for node:child_process as it did');
      const late = "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };";
      return { contents: text.replace(early, late), loader: 'js' };
    });
  },
};

const AS_COMMONJS = {
  format: 'cjs',
  platform: 'node',
  target: SETTINGS.target,
  minifyWhitespace: true,
  minifySyntax: true,
  supported: { 'dynamic-import': false },
  banner: "const margoUrl = require('node:url').pathToFileURL(__filename).href;",
  define: { 'import.meta.url': 'margoUrl' },
};

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const fresh = `dist.new-${process.pid}`;
const old = `dist.old-${process.pid}`;

try {
  // Two builds: chunks shared between the program and the library would only mean more files to open.
  await buildProgram(fresh);
  const library = { entryPoints: { index: 'src/index.ts' }, outdir: `${fresh}/library`, banner: { js: REQUIRE } };
  await build({ ...SETTINGS, ...library });
  writeFileSync(`${fresh}/THIRD-PARTY-LICENSES.txt`, BUNDLED.map(licenceOf).join('\n'));
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${fresh}/types`];
  process.exitCode = spawnSync(process.execPath, tsc, { stdio: ['ignore', 2, 2] }).status ?? 1;
  dropUnreachableTypes(`${fresh}/types`);
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(fresh, 'dist');
} finally {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
}

/** The program's modules, the small one that starts it, the help pages, and V8's code of all that where Node keeps none itself. */
async function buildProgram(dist) {
  const program = {
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: dist,
    outExtension: { '.js': '.cjs' },
    write: false,
    plugins: [LATE_CHILD_PROCESS],
  };
  // esbuild splits ES modules only: they are split first, and become CommonJS one by one.
  const { outputFiles } = await build({ ...SETTINGS, ...program });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (await transform(text, AS_COMMONJS)).code);
  }
  const start = { entryPoints: { start: 'src/cli/start/index.ts' }, outdir: dist, outExtension: { '.js': '.cjs' } };
  await build({ ...SETTINGS, ...start, splitting: false, format: 'cjs' });
  await writeHelpPages(dist);
  if (module.enableCompileCache === undefined) {
    // Without it margo starts slower and does the same, so that its failure is none of the build.
    spawnSync(process.execPath, ['scripts/code-cache.mjs', dist], { stdio: ['ignore', 'ignore', 2] });
  }
}

/** Every help page as the program prints it. */
async function writeHelpPages(dist) {
  const { helpPages } = createRequire(import.meta.url)(join(process.cwd(), dist, 'cli.cjs'));
  mkdirSync(`${dist}/help`);
  for (const [name, text] of helpPages()) writeFileSync(`${dist}/help/${name}.txt`, text);
}

/** The licence text of a bundled package, which its terms ask to go with every copy. */
function licenceOf(name) {
  const folder = `node_modules/${name}`;
  const file = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'license']
    .map((n) => `${folder}/${n}`)
    .find((f) => existsSync(f));
  if (file === undefined) throw new Error(`${name} is bundled but has no licence file`);
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return `${name} ${version}\n${'-'.repeat(60)}\n${readFileSync(file, 'utf8').trim()}\n`;
}
