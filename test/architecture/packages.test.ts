import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { type Import, importsOf } from './imports.js';
import { filesBelow } from './source-tree.js';

/** Where each dependency may be imported, so that one folder knows it and the rest could do with another. */
const DOORS: Readonly<Record<string, string>> = {
  commander: 'src/cli/',
  'yargs-parser': 'src/cli/',
  chalk: 'src/render/',
  'cli-table3': 'src/render/',
  'string-width': 'src/render/',
  asciichart: 'src/render/',
  'csv-parse': 'src/ingest/',
  'jsonc-parser': 'src/ingest/',
  'fastest-levenshtein': 'src/ingest/',
  sax: 'src/ingest/',
  highs: 'src/optimizer/solver/',
  'javascript-lp-solver': 'src/optimizer/solver/',
  '@sinclair/typebox': 'src/schema/',
  'ml-matrix': 'src/math/',
};

/** Modules of Node that reach outside the program, and the only places that may. */
const OUTSIDE: readonly { readonly modules: RegExp; readonly doors: readonly string[]; readonly because: string }[] = [
  {
    modules: /^node:fs(\/promises)?$/,
    doors: ['src/ingest/', 'src/cli/output/', 'src/cli/start/'],
    because: 'ingest is the only room that reads files, and cli/output writes the document',
  },
  { modules: /^node:vm$/, doors: ['src/cli/start/'], because: 'the program is loaded by what starts it' },
  {
    modules: /^node:(http|https|http2|net|tls|dgram|dns|child_process|cluster|inspector|repl)$/,
    doors: [],
    because: 'a margin run reads its files and nothing else',
  },
  {
    modules: /^node:(process|readline|tty|os)$/,
    doors: ['src/cli/'],
    because: 'the environment and the terminal come in through Io',
  },
];

const IMPORTS = filesBelow('src').flatMap(importsOf);

function beyondTheirDoor(imports: readonly Import[]): readonly string[] {
  return imports
    .filter(({ isRelative, to }) => !isRelative && !to.startsWith('node:'))
    .filter(({ from, to }) => !from.startsWith(DOORS[to] ?? 'nowhere'))
    .map(({ from, to }) => `${from} imports ${to}, whose door is ${DOORS[to] ?? 'not stated'}`);
}

function outsideUse(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to }) =>
    OUTSIDE.filter(({ modules, doors }) => modules.test(to) && !doors.some((door) => from.startsWith(door))).map(
      ({ because }) => `${from} imports ${to}: ${because}`,
    ),
  );
}

const anImport = (from: string, to: string): Import => ({
  from,
  to,
  isRelative: false,
  isTypeOnly: false,
  isDynamic: false,
});

describe('third-party packages', () => {
  it('each have a door', () => {
    expect(Object.keys(packageJson.dependencies).filter((name) => !(name in DOORS))).toEqual([]);
    expect(Object.keys(DOORS).filter((name) => !(name in packageJson.dependencies))).toEqual([]);
  });

  it('are imported behind it only', () => {
    expect(beyondTheirDoor(IMPORTS)).toEqual([]);
  });

  it('are all in use', () => {
    const used = new Set(IMPORTS.map(({ to }) => to));
    expect(Object.keys(packageJson.dependencies).filter((name) => !used.has(name))).toEqual([]);
  });

  it('would be seen elsewhere', () => {
    expect(beyondTheirDoor([anImport('src/app/margin.ts', 'chalk'), anImport('src/render/color.ts', 'chalk')])).toEqual(
      ['src/app/margin.ts imports chalk, whose door is src/render/'],
    );
    expect(beyondTheirDoor([anImport('src/cli/run.ts', 'lodash')])).toHaveLength(1);
  });
});

describe('what reaches outside the program', () => {
  it('does so at its own door', () => {
    expect(outsideUse(IMPORTS)).toEqual([]);
  });

  it('would be seen elsewhere', () => {
    expect(
      outsideUse([anImport('src/margin/scan.ts', 'node:fs'), anImport('src/ingest/source/x.ts', 'node:fs')]),
    ).toEqual([
      'src/margin/scan.ts imports node:fs: ingest is the only room that reads files, and cli/output writes the document',
    ]);
    expect(outsideUse([anImport('src/cli/run.ts', 'node:child_process')])).toHaveLength(1);
  });
});
