import { describe, expect, it, vi } from 'vitest';
import { complained } from './run-complaints.js';

/** An engine that never has an answer, in place of both: no shipped fixture makes the real ones give up. */
vi.mock('../../../src/optimizer/index.js', async (original) => ({
  ...(await original<typeof import('../../../src/optimizer/index.js')>()),
  loadSolver: async (id: string) => ({
    id,
    version: '0',
    open: () => ({
      addRows: () => undefined,
      dispose: () => undefined,
      solve: async () => ({ status: 'numericalFailure', detail: 'row 3 is broken' }),
    }),
  }),
}));

describe('an engine without an answer', () => {
  it('CFG_JS_DECLINED: the small engine may be asked too much', async () => {
    const found = await complained('none', 'optimize', { solver: 'js' });
    expect(found).toMatchObject({ status: 'error', refused: true });
    expect(found.complaints.at(-1)).toEqual([
      'CFG_JS_DECLINED',
      null,
      null,
      null,
      'the js solver has no answer that can be believed: row 3 is broken',
      'leave out --solver js, or narrow the --candidates',
    ]);
  });

  it('OPT_SOLVER_FAILED: the other must not fail', async () => {
    const found = await complained('none', 'optimize');
    expect(found).toMatchObject({ status: 'error', refused: true });
    expect(found.complaints.at(-1)).toEqual([
      'OPT_SOLVER_FAILED',
      null,
      null,
      null,
      'the solver gave no answer that can be believed: row 3 is broken',
      'please report it, with the files',
    ]);
  });
});
