import { describe, expect, it } from 'vitest';
import { IssueList } from '../../src/ingest/issue-list.js';

const at = (line: number) => ({ file: 'p.csv', line, column: 3 });

describe('IssueList', () => {
  it('keeps the order and everything up to its bound, code by code', () => {
    const issues = new IssueList(2);
    issues.add('FIELD_BLANK', { at: at(2), field: 'quantity' });
    issues.add('POS_ZERO_QUANTITY', { at: at(3), subject: 'A' });
    issues.add('FIELD_BLANK', { at: at(4), field: 'quantity' });
    expect(issues.all().map(({ code, line }) => [code, line])).toEqual([
      ['FIELD_BLANK', 2],
      ['POS_ZERO_QUANTITY', 3],
      ['FIELD_BLANK', 4],
    ]);
  });

  it('keeps twenty of what is wrong with columns, and says when there is no room', () => {
    const issues = new IssueList();
    for (let i = 0; i < 19; i++) issues.add('COLUMN_UNKNOWN', { at: at(1), field: `c${i}` });
    expect(issues.isFull('COLUMN_UNKNOWN')).toBe(false);
    for (let i = 19; i < 50; i++) issues.add('COLUMN_UNKNOWN', { at: at(1), field: `c${i}` });
    expect(issues.isFull('COLUMN_UNKNOWN')).toBe(true);
    expect(issues.isFull('COLUMN_UNNAMED')).toBe(false);
    expect(issues.all()).toHaveLength(21);
    expect(issues.all().at(-1)?.message).toBe('30 more COLUMN_UNKNOWN warnings in this file, the last on line 1');
  });

  it('counts what is beyond it, and says where the last one was', () => {
    const issues = new IssueList(1);
    for (const line of [2, 3, 9]) issues.add('FIELD_BLANK', { at: at(line), field: 'quantity' });
    for (const line of [4, 5]) issues.add('POS_ZERO_QUANTITY', { at: at(line), subject: 'A' });
    const [, , errors, warnings] = issues.all();
    expect(errors).toEqual({
      code: 'FILE_MORE_ERRORS',
      severity: 'error',
      message: '2 more FIELD_BLANK errors in this file, the last on line 9',
      file: 'p.csv',
      line: 9,
      column: 3,
      field: null,
      value: '9',
      hint: 'mend the ones listed and run again',
    });
    expect(warnings).toMatchObject({
      code: 'FILE_MORE_WARNINGS',
      severity: 'warning',
      message: '1 more POS_ZERO_QUANTITY warnings in this file, the last on line 5',
    });
  });
});
