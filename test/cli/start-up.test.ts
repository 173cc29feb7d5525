import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Everything that a module loads at once, without what it loads when needed and without types. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)([^;]*?) from '([^']+)'/gm);
  for (const [, names = '', target = ''] of imports) {
    const onlyTypes =
      names.startsWith('{') &&
      names
        .replace(/[{}\s]/g, ' ')
        .split(',')
        .every(isTypeName);
    if (onlyTypes || target.startsWith('node:')) continue;
    if (target.startsWith('.')) loadedWith(join(dirname(file), target.replace(/\.js$/, '.ts')), seen);
    else seen.add(target);
  }
  return seen;
}

const isTypeName = (name: string) => name.trim() === '' || name.trim().startsWith('type ');

const names = (entry: string) => [...loadedWith(join(SRC, entry))].map((file) => relative(SRC, file));

describe('a start', () => {
  it('for help loads commander, the tables and no other room', () => {
    const loaded = [...loadedWith(join(SRC, 'cli/main.ts'))];
    const files = loaded.filter((file) => file.startsWith('/')).map((file) => relative(SRC, file));
    expect(loaded.filter((file) => !file.startsWith('/'))).toEqual(['commander']);
    expect(files.filter((file) => !file.startsWith('cli/'))).toEqual(['domain/version.ts']);
    expect(files).toEqual(
      expect.arrayContaining(['cli/flag-table.ts', 'cli/command-table.ts', 'cli/argv/build-program.ts']),
    );
    expect(files.filter((file) => file.startsWith('cli/commands/'))).toEqual([]);
  });

  it('that prints a help page loads what starts the program and nothing else', () => {
    expect(names('cli/start/index.ts').filter((file) => !file.startsWith('cli/start/'))).toEqual([]);
  });

  it('for a margin loads no other use case, no solver, no schema and one format', () => {
    const loaded = names('cli/rooms.ts');
    const packages = [...loadedWith(join(SRC, 'cli/rooms.ts'))].filter((file) => !file.startsWith('/'));
    expect(packages.sort()).toEqual(['csv-parse', 'fastest-levenshtein', 'jsonc-parser']);
    expect(loaded.filter((file) => file.startsWith('app/run-'))).toEqual(
      expect.arrayContaining(['app/run-confidence.ts', 'app/run-margin.ts']),
    );
    const needless =
      /^app\/(?:run-(?!confidence|margin)|describe-models|(?:correlate|stress|verify|frontier|allocate|robust|second|collateral|horizon)\/)|^schema\/|^render\/(?:table|csv|ndjson|markdown|html)\/|\/(?:highs|js)-solver\.ts$/;
    expect(loaded.filter((file) => needless.test(file))).toEqual([]);
  });

  it('leaves what is rarely needed of Node for later', () => {
    const late = /^import .* from 'node:(?:zlib|v8|child_process|worker_threads)'/m;
    const early = [...loadedWith(join(SRC, 'cli/main.ts')), ...loadedWith(join(SRC, 'cli/rooms.ts'))]
      .filter((file) => file.startsWith('/') && !file.endsWith('.json'))
      .filter((file) => late.test(readFileSync(file, 'utf8')));
    expect(early.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('of a command loads app and render only when it comes to them', () => {
    for (const command of ['margin', 'optimize', 'whatif', 'attribute', 'compare', 'models']) {
      const loaded = names(`cli/commands/${command}.ts`).join(' ');
      expect(loaded).not.toMatch(/\b(app|render|ingest\/index|schema)\//);
    }
  });
});
