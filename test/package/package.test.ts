import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
/** Eight rule books with their parameters, twelve commands, the library and its types: about a megabyte. */
const LARGEST_PACKED_BYTES = 1_800_000;

const FOLDER = mkdtempSync(join(tmpdir(), 'margo-package-'));
const EMPTY = join(FOLDER, 'empty');
const BOOK = 'node_modules/margo/fixtures/btc-short-strangle';

interface PackedFile {
  readonly path: string;
  readonly size: number;
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly PackedFile[];
}

let packed: Packed;

/** npm as a user has it: not in the manner of the run that this test may be part of. */
function npm(args: readonly string[], cwd: string) {
  const own = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
  const env = { ...Object.fromEntries(own), npm_config_update_notifier: 'false' };
  return spawnSync('npm', [...args], { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}

function node(...args: readonly string[]): string {
  return execFileSync(process.execPath, [...args], { cwd: EMPTY, encoding: 'utf8', stdio: 'pipe' });
}

beforeAll(() => {
  // The build is there: a second one would replace dist/ under the tests that run it.
  const { status, stdout, stderr } = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', FOLDER], ROOT);
  if (status !== 0) throw new Error(stderr);
  const answer = JSON.parse(stdout) as readonly Packed[] | Readonly<Record<string, Packed>>;
  packed = Object.values(answer)[0]!;
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the program, its types, the pages and the books of the pages', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'bin/margo.js',
      'dist/start.cjs',
      'dist/cli.cjs',
      'dist/help/margo.txt',
      'dist/library/index.js',
      'dist/types/index.d.ts',
      'README.md',
      'LICENSE',
    ]) {
      expect(paths).toContain(path);
    }
    const folders = new Set(paths.map((path) => path.split('/')[0]!));
    expect([...folders].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'docs', 'fixtures', 'package.json'].sort(),
    );
  });

  it('holds no tests, sources, source maps, faulty fixtures or code of one version of V8', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(
      paths.filter((path) =>
        /\.test\.|\.map$|^src\/|^test\/|(?<!\.d)\.ts$|fixtures\/(?:issues|config)\/|^dist\/code-cache\//.test(path),
      ),
    ).toEqual([]);
  });

  it('is small', () => {
    expect(packed.size).toBeLessThan(LARGEST_PACKED_BYTES);
  });
});

describe('the package in an empty folder', () => {
  let cannotInstall: string | null = null;

  beforeAll(() => {
    mkdirSync(EMPTY);
    writeFileSync(join(EMPTY, 'package.json'), '{ "private": true, "type": "module" }');
    const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', join(FOLDER, packed.filename)];
    const { status, stderr } = npm(install, EMPTY);
    if (status === 0) return;
    // Without a registry there is nothing to learn here; any other failure is a fault of the package.
    if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(stderr))
      throw new Error(stderr);
    cannotInstall = `the registry of npm cannot be reached: ${stderr.split('\n')[0]}`;
  }, 300_000);

  const installed = (name: string, run: () => void) =>
    it(name, (context) => {
      if (cannotInstall !== null) context.skip(cannotInstall);
      run();
    });

  installed('tells its version', () => {
    const { status, stdout } = npm(['exec', '--offline', '--', 'margo', '--version'], EMPTY);
    expect(status).toBe(0);
    expect(stdout.trim()).toBe(packageJson.version);
  });

  installed('computes the margin of the book it ships, as the clone does', () => {
    const args = ['margin', `${BOOK}/positions.csv`, '--market', `${BOOK}/market.csv`, '--json'];
    const { result } = JSON.parse(node('node_modules/margo/bin/margo.js', ...args));
    const here = args.map((arg) => arg.replace('node_modules/margo', ROOT));
    const { result: ours } = JSON.parse(node(join(ROOT, 'bin/margo.js'), ...here));
    expect(result.initialMargin).toBeGreaterThan(0);
    expect(result).toEqual(ours);
  });

  installed('finds trades: the solver and its WebAssembly are found from there', () => {
    const args = [
      `${BOOK}/positions.csv`,
      '--market',
      `${BOOK}/market.csv`,
      '--limits',
      `${BOOK}/limits.csv`,
      '--json',
    ];
    const { status, result } = JSON.parse(node('node_modules/margo/bin/margo.js', 'optimize', ...args));
    expect(status).toBe('ok');
    expect(result.proven).toBe(true);
  });

  installed('is imported as an ES module', () => {
    const names = node('--input-type=module', '-e', "console.log(Object.keys(await import('margo')).join())").trim();
    expect(names.split(',')).toEqual(expect.arrayContaining(['render', 'runMargin', 'runOptimize', 'runWhatIf']));
  });

  installed('has types that a strict consumer can use', () => {
    mkdirSync(join(EMPTY, 'node_modules/@types'), { recursive: true });
    for (const types of ['node', '../undici-types']) {
      symlinkSync(join(ROOT, 'node_modules/@types', types), join(EMPTY, 'node_modules/@types', types));
    }
    const consumer = [
      "import { type Io, type MarginRequest, runMargin } from 'margo';",
      'export async function initialMargin(request: MarginRequest, io: Io): Promise<number | null> {',
      '  const { result } = await runMargin(request, io);',
      '  return result === null ? null : result.initialMargin;',
      '}',
    ];
    writeFileSync(join(EMPTY, 'consumer.ts'), consumer.join('\n'));
    const strict = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--moduleResolution',
      'nodenext',
      '--target',
      'es2023',
    ];
    const check = () =>
      node(join(ROOT, 'node_modules/typescript/bin/tsc'), ...strict, '--types', 'node', 'consumer.ts');
    expect(check).not.toThrow();
    writeFileSync(
      join(EMPTY, 'consumer.ts'),
      consumer.join('\n').replace('result.initialMargin', 'result.initialMargine'),
    );
    expect(check).toThrow();
  });

  installed('has no links and nothing that is not for everyone to read', () => {
    const root = join(EMPTY, 'node_modules/margo');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path));
    expect(files.filter((path) => (statSync(path).mode & 0o444) !== 0o444)).toEqual([]);
    expect(readFileSync(join(root, 'bin/margo.js'), 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});
