import { describe, expect, it } from 'vitest';
import { ISSUE_TABLE } from '../../src/domain/issues/issue-table.js';
import { filesBelow, type SourceFile, withoutComments } from './source-tree.js';

const CODES = Object.keys(ISSUE_TABLE);
const WORDING = 'src/domain/issues/';
const SOURCES = filesBelow('src').filter(({ path }) => !path.startsWith(WORDING));
/** The complaints about the command line are cases in files, which one test runs. */
const TESTS = [
  ...filesBelow('test').filter(({ path }) => !path.startsWith('test/architecture/')),
  ...filesBelow('fixtures/config', ['case.json']),
];

/** The codes that stand in quotes in none of the files. */
function unnamed(codes: readonly string[], files: readonly SourceFile[]): readonly string[] {
  const quoted = new Set(
    files.flatMap(({ text }) => withoutComments(text).match(/(?<=['"`])[A-Z][A-Z0-9_]+(?=['"`])/g) ?? []),
  );
  return codes.filter((code) => !quoted.has(code));
}

describe('issue codes', () => {
  it('are words in capitals, from tables that share none', () => {
    expect(CODES.length).toBeGreaterThan(0);
    expect(CODES.filter((code) => !/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(code))).toEqual([]);
    const inTables = filesBelow('src/domain/issues').flatMap(
      ({ text }) => text.match(/^ {2}[A-Z][A-Z0-9_]+(?=: \{)/gm) ?? [],
    );
    expect(inTables.map((code) => code.trim()).sort()).toEqual([...CODES].sort());
  });

  it('are all complained with somewhere', () => {
    expect(unnamed(CODES, SOURCES)).toEqual([]);
  });

  it('are all named in a test', () => {
    expect(unnamed(CODES, TESTS)).toEqual([]);
  });

  it('would be seen to be missing', () => {
    const files = [{ path: 'a.ts', text: "makeIssue('ONE_CODE', {}); // 'TWO_CODE'" }];
    expect(unnamed(['ONE_CODE', 'TWO_CODE'], files)).toEqual(['TWO_CODE']);
  });
});
