import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IntegerSession } from '../../../src/optimizer/solver/integer-session.js';
import { runIntegerSearch, type SearchEnd } from '../../../src/optimizer/solver/run-integer-search.js';
import type { SolveOptions, SolveOutcome } from '../../../src/optimizer/solver/solver.js';
import { denseProgram } from './dense-program.js';
import { solveOptions } from './solve-options.js';

vi.mock('../../../src/optimizer/solver/run-integer-search.js', () => ({ runIntegerSearch: vi.fn() }));

const { POSITIVE_INFINITY: INF } = Number;
const at = (...x: number[]) => Float64Array.from(x);

// minimise a margin of at least 10 - 3 n, and 2 per lot, n whole and at most 3: three lots, margin 1, worth 7.
const program = {
  ...denseProgram({ cost: [1, 2], upper: [INF, 3], rows: [[[1, 3], 10, INF]] }),
  integer: Uint8Array.of(0, 1),
};
const optimal: SearchEnd = { status: 7, x: at(1, 3), bound: 7, detail: '' };

function searchEnds(...ends: Partial<SearchEnd>[]): void {
  for (const end of ends) vi.mocked(runIntegerSearch).mockResolvedValueOnce({ ...optimal, ...end });
}

function solved(changes: Partial<SolveOptions> = {}): Promise<SolveOutcome> {
  return new IntegerSession(program).solve(solveOptions(changes));
}

beforeEach(() => {
  vi.mocked(runIntegerSearch).mockReset();
});

describe('what comes out of branch and bound', () => {
  it('is made whole, and the margin solved again around it', async () => {
    searchEnds({ x: at(1 + 3e-6, 2.999999) });
    expect(await solved()).toMatchObject({ status: 'optimal', x: at(1, 3), objective: 7, bound: 7, worstViolation: 0 });
  });

  it('gets its rows back within their limits', async () => {
    // Within HiGHS's own tolerance of a row of this size, not within ours.
    searchEnds({ x: at(0.99999, 3) });
    expect(await solved()).toMatchObject({ status: 'optimal', x: at(1, 3), objective: 7 });
  });

  it('is searched again without presolve when it is not within the gap of its own bound', async () => {
    searchEnds({ x: at(10, 0) }, {});
    expect(await solved()).toMatchObject({ status: 'optimal', objective: 7 });
    expect(vi.mocked(runIntegerSearch).mock.calls.map((call) => call[2])).toEqual(['on', 'off']);
  });

  it('is a numerical failure when both searches fail, with both reasons', async () => {
    const broken = { status: 'failed', x: null, detail: 'ran out of memory' } as const;
    searchEnds(broken, { status: 4, x: null, detail: 'ended with status 4' });
    expect(await solved()).toEqual({
      status: 'numericalFailure',
      detail: 'presolve on: HiGHS ran out of memory; presolve off: HiGHS ended with status 4',
    });
  });

  it('is kept when the search had to be ended by force', async () => {
    searchEnds({ status: 'killed', x: at(4.0000004, 2), bound: 6.5 });
    const kept = { x: at(4, 2), objective: 8, bound: 6.5 };
    expect(await solved({ timeLimit: 1 })).toMatchObject({ status: 'stoppedEarly', reason: 'time', ...kept });
  });

  it('gives way to the point the search started from when that is better', async () => {
    searchEnds({ status: 13, x: at(10, 0), bound: 5 });
    const outcome = await solved({ start: at(4, 2) });
    expect(outcome).toMatchObject({ status: 'stoppedEarly', reason: 'time', x: at(4, 2), objective: 8, bound: 5 });
  });

  it('is called infeasible or unbounded only after a search without objective says which', async () => {
    searchEnds({ status: 9, x: null }, { status: 8, x: null });
    expect(await solved()).toEqual({ status: 'infeasible' });
    searchEnds({ status: 9, x: null }, {});
    expect(await solved()).toEqual({ status: 'unbounded' });
    const [withoutObjective] = vi.mocked(runIntegerSearch).mock.lastCall!;
    expect([...withoutObjective.cost]).toEqual([0, 0]);
  });
});
