import { describe, expect, it } from 'vitest';
import { filesBelow, type SourceFile } from './source-tree.js';

const HARD_LIMIT = 400;
const GOOD_LENGTH = 300;
const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Words that say nothing about what a file is for. */
const EMPTY_WORDS = /(?:^|[-/])(?:utils?|helpers?|managers?|misc|common-functions|stuff)(?:[-/.]|$)/;

const SOURCES = [...filesBelow('src'), ...filesBelow('bin', ['.js']), ...filesBelow('scripts', ['.mjs', '.js'])];
const TESTS = filesBelow('test');

const lengthOf = ({ text }: SourceFile): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const longerThan = (limit: number, files: readonly SourceFile[]): readonly string[] =>
  files.filter((file) => lengthOf(file) > limit).map((file) => `${file.path} has ${lengthOf(file)} lines`);

/** Names of folders and files that are not in kebab case, `.test`, `.bench` and `.d` aside. */
const badlyNamed = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) =>
    path
      .replace(/(?:\.(?:test|bench|d))?\.\w+$/, '')
      .split('/')
      .some((part) => !KEBAB_CASE.test(part)),
  );

const emptyWords = (paths: readonly string[]): readonly string[] => paths.filter((path) => EMPTY_WORDS.test(path));

describe('files', () => {
  it('are found', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(TESTS.length).toBeGreaterThan(10);
  });

  it(`have at most ${HARD_LIMIT} lines`, () => {
    expect(longerThan(HARD_LIMIT, [...SOURCES, ...TESTS])).toEqual([]);
  });

  it(`have at most ${GOOD_LENGTH} lines, nineteen of twenty`, () => {
    const long = longerThan(GOOD_LENGTH, SOURCES);
    expect(long.length, long.join('\n')).toBeLessThanOrEqual(SOURCES.length / 20);
  });

  it('are named in kebab case, after what they hold', () => {
    const paths = [...SOURCES, ...TESTS].map(({ path }) => path);
    expect(badlyNamed(paths)).toEqual([]);
    expect(emptyWords(paths)).toEqual([]);
  });

  it('would be seen to break the rules', () => {
    expect(longerThan(2, [{ path: 'a.ts', text: '1\n2\n3\n' }])).toEqual(['a.ts has 3 lines']);
    expect(longerThan(3, [{ path: 'a.ts', text: '1\n2\n3\n' }])).toEqual([]);
    expect(
      badlyNamed(['src/app/runMargin.ts', 'src/app/run-margin.ts', 'test/Cli/a.test.ts', 'src/a.test.ts']),
    ).toEqual(['src/app/runMargin.ts', 'test/Cli/a.test.ts']);
    expect(emptyWords(['src/app/utils.ts', 'src/helpers/a.ts', 'src/lot-manager.ts', 'src/utility.ts'])).toHaveLength(
      3,
    );
  });
});

describe('tests', () => {
  it('mirror the sources', () => {
    const rooms = new Set(SOURCES.map(({ path }) => path.split('/')[1]));
    const beside = new Set('architecture bench bin docs golden package property setup vectors'.split(' '));
    const folders = new Set(
      TESTS.filter(({ path }) => path.split('/').length > 2).map(({ path }) => path.split('/')[1] ?? ''),
    );
    expect([...folders].filter((folder) => !rooms.has(folder) && !beside.has(folder))).toEqual([]);
  });
});
