import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLUMN_ISSUES } from '../../../src/domain/issues/column-issues.js';
import { CONTENT_ISSUES } from '../../../src/domain/issues/content-issues.js';
import { DIVIDEND_ISSUES } from '../../../src/domain/issues/dividend-issues.js';
import { FILE_ISSUES } from '../../../src/domain/issues/file-issues.js';
import { ISSUE_TABLE } from '../../../src/domain/issues/issue-table.js';
import { ISSUE_FIXTURES } from './complaints-of.js';

/** Complaints that take a large file, a permission or a flag; the tests beside this one make them. */
const MADE_IN_TESTS = new Set([
  'FILE_NO_PERMISSION',
  'FILE_TOO_LARGE',
  'FILE_MORE_ERRORS',
  'FILE_MORE_WARNINGS',
  'CSV_ROW_TOO_LONG',
  'NDJSON_LINE_TOO_LONG',
  'LIM_TEXT',
]);

const CODES = Object.keys({ ...FILE_ISSUES, ...COLUMN_ISSUES, ...CONTENT_ISSUES, ...DIVIDEND_ISSUES });
const folderOf = (code: string) => code.toLowerCase().replaceAll('_', '-');

describe('issue fixtures', () => {
  it('exist for every code', () => {
    const without = CODES.filter((code) => !existsSync(join(ISSUE_FIXTURES, folderOf(code))));
    expect(new Set(without)).toEqual(MADE_IN_TESTS);
  });

  it('are each of a code', () => {
    const folders = readdirSync(ISSUE_FIXTURES).filter((name) => name !== 'README.md');
    const known = new Set(Object.keys(ISSUE_TABLE).map(folderOf));
    expect(folders.filter((name) => !known.has(name))).toEqual([]);
  });
});
