import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RUN_ISSUES } from '../../../src/domain/issues/run-issues.js';
import { ROOT } from '../a-world.js';

/** Complaints that whole fixtures, a flag or a library call make; the tests beside this one make them. */
const MADE_IN_TESTS = [
  'CFG_NO_MARKET',
  'RUN_MODEL_PROBLEM',
  'RUN_TERMS_DIFFER',
  'RUN_NO_CORRELATIONS',
  'RUN_CORRELATIONS_ESTIMATED',
  'RUN_CORRELATION_REPAIRED',
  'RUN_CORRELATION_REFUSED',
  'LMT_RELATIVE_TO_TRADES',
  'OPT_NO_CANDIDATES',
  'OPT_STOPPED',
  'OPT_NOT_CONVEX',
  'OPT_NOT_IN_TIME',
  'OPT_SOLVER_FAILED',
  'CFG_UNKNOWN_PARAMETER_SET',
  'CFG_UNKNOWN_PARAMETER',
  'CFG_MISSING_PARAMETER',
  'CFG_BAD_PARAMETER',
  'CFG_UNKNOWN_CURRENCY',
  'CFG_JS_DECLINED',
  'CFG_JS_INTEGERS',
  'ATR_MORE_CLOSING_RAISE',
  'ATR_LINES_KEPT',
  'ATR_CLOSING_RAISES',
];

describe('codes of a run', () => {
  it('have a fixture each, those aside that files cannot make', () => {
    const folderOf = (code: string) => join(ROOT, 'fixtures/issues', code.toLowerCase().replaceAll('_', '-'));
    expect(
      Object.keys(RUN_ISSUES)
        .filter((code) => !existsSync(folderOf(code)))
        .sort(),
    ).toEqual([...MADE_IN_TESTS].sort());
  });
});
