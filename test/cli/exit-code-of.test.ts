import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code-of.js';
import { EXIT_CODES, type ExitName, exitCode } from '../../src/cli/exit-codes.js';
import type { Issue } from '../../src/domain/index.js';
import type { Status } from '../../src/schema/envelope.js';
import { anIssue } from './an-issue.js';

describe('the exit code of an outcome', () => {
  it.each<[Status, Issue[], number]>([
    ['ok', [], 0],
    ['ok', [anIssue('COR_REPAIRED', 'warning')], 0],
    ['no', [], 1],
    ['infeasible', [], 4],
    ['stopped', [], 5],
    ['error', [], 3],
    ['error', [anIssue('POS_BAD')], 3],
    ['error', [anIssue('CFG_UNKNOWN_MODEL')], 2],
    ['error', [anIssue('CFG_UNKNOWN_MODEL'), anIssue('COL_UNKNOWN', 'warning')], 2],
    ['error', [anIssue('CFG_UNKNOWN_MODEL'), anIssue('POS_BAD')], 3],
    ['error', [anIssue('CFG_X', 'warning')], 3],
    ['error', [anIssue('OPT_SOLVER_FAILED')], 70],
    ['no', [anIssue('OPT_NOT_IN_TIME')], 1],
  ])('%s with %j is %i', (status, issues, code) => {
    expect(exitCodeOf({ status, issues })).toBe(code);
  });
});

it('is 3 where some of many cases were refused, for whatever reason', () => {
  const issues = [anIssue('CFG_UNKNOWN_MODEL')];
  expect(exitCodeOf({ status: 'error', issues, result: { cases: [] } })).toBe(3);
  expect(exitCodeOf({ status: 'error', issues, result: null })).toBe(2);
});

describe('exit codes', () => {
  it('are those of the contract', () => {
    expect(EXIT_CODES.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 70, 130]);
  });

  it('follow 70 > 3 > 6 > 4 > 5 > 1 when several apply', () => {
    const order: [ExitName, number][] = [
      ['fault', 70],
      ['refused', 3],
      ['partial', 6],
      ['infeasible', 4],
      ['stopped', 5],
      ['no', 1],
      ['ok', 0],
    ];
    for (const [i, [stronger, code]] of order.entries()) {
      for (const [weaker] of order.slice(i)) {
        expect([exitCode(stronger, weaker), exitCode(weaker, stronger)]).toEqual([code, code]);
      }
    }
    expect(exitCode()).toBe(0);
    expect(exitCode('interrupted', 'fault')).toBe(130);
  });
});
