import { appendRows } from './append-rows.js';
import { type Deadline, deadlineIn } from './deadline.js';
import { HighsSession } from './highs-session.js';
import { HIGHS_STATUS } from './highs-status.js';
import type { LinearProgram, RowBlock } from './linear-program.js';
import { runIntegerSearch, type SearchEnd } from './run-integer-search.js';
import { settleWithoutEngine } from './settle-without-engine.js';
import { believeOptimal, stoppedOutcome } from './solve-and-check.js';
import type { SolveOptions, SolveOutcome, SolverSession } from './solver.js';
import { withRowLimits } from './with-row-limits.js';

/** Seconds for the last step, also of a search that used up its time: a continuous solve, normally of milliseconds. */
const POLISH_SECONDS = 5;

/**
 * A program with integer columns, solved by HiGHS's branch and bound in a worker thread, presolve on (measured: off is
 * for continuous programs only), starting from `options.start`. Every solve begins anew: a search leaves no basis.
 *
 * HiGHS calls 2.9999995 whole. So the integers of its answer are rounded and the continuous columns solved again around
 * them, which also brings every row back within its limit; the result is what is checked and returned. `bound` is what
 * branch and bound claims: it cannot be recomputed from one set of multipliers.
 */
export class IntegerSession implements SolverSession {
  #program: LinearProgram;
  #disposed = false;

  constructor(program: LinearProgram) {
    this.#program = program;
  }

  addRows(rows: RowBlock): void {
    this.#assertOpen();
    this.#program = appendRows(this.#program, rows);
  }

  changeRow(row: number, lower: number, upper: number): void {
    this.#assertOpen();
    this.#program = withRowLimits(this.#program, row, lower, upper);
  }

  async solve(options: SolveOptions): Promise<SolveOutcome> {
    this.#assertOpen();
    const program = this.#program;
    const settled = settleWithoutEngine(program, options);
    if (settled !== null) return settled;
    const deadline = deadlineIn(options.timeLimit);
    const doubts: string[] = [];
    for (const presolve of ['on', 'off'] as const) {
      const end = await runIntegerSearch(program, options, presolve, deadline.secondsLeft());
      const outcome = await conclude(program, options, end, deadline);
      if (typeof outcome !== 'string') return outcome;
      doubts.push(`presolve ${presolve}: ${outcome}`);
    }
    return { status: 'numericalFailure', detail: doubts.join('; ') };
  }

  dispose(): void {
    this.#disposed = true;
  }

  #assertOpen(): void {
    if (this.#disposed) throw new Error('this solver session was disposed');
  }
}

/** @returns the outcome, or why the search's end cannot be used. */
async function conclude(
  program: LinearProgram,
  options: SolveOptions,
  end: SearchEnd,
  deadline: Deadline,
): Promise<SolveOutcome | string> {
  if (end.status === HIGHS_STATUS.infeasible) return { status: 'infeasible' };
  if (end.status === HIGHS_STATUS.unbounded || end.status === HIGHS_STATUS.unboundedOrInfeasible) {
    return tellUnboundedFromInfeasible(program, options, deadline);
  }
  const x = end.x === null ? null : await polished(program, end.x, options);
  if (end.status === HIGHS_STATUS.optimal && x !== null) {
    return believeOptimal(program, { x, rowDuals: null, bound: end.bound, relativeGap: options.relativeGap });
  }
  if (options.signal?.aborted === true) {
    return stoppedOutcome(program, 'interrupted', [x, options.start], end.bound);
  }
  if (end.status === HIGHS_STATUS.timeLimit || end.status === 'killed') {
    return stoppedOutcome(program, 'time', [x, options.start], end.bound);
  }
  if (end.status === HIGHS_STATUS.solutionLimit) {
    return stoppedOutcome(program, 'effort', [x, options.start], end.bound);
  }
  return `HiGHS ${end.detail}`;
}

/** Branch and bound does not always say which of the two; with no objective the question has one answer. */
async function tellUnboundedFromInfeasible(
  program: LinearProgram,
  options: SolveOptions,
  deadline: Deadline,
): Promise<SolveOutcome | string> {
  const feasibility = { ...program, cost: new Float64Array(program.columns) };
  const end = await runIntegerSearch(feasibility, options, 'on', deadline.secondsLeft());
  if (end.status === HIGHS_STATUS.optimal) return { status: 'unbounded' };
  if (end.status === HIGHS_STATUS.infeasible) return { status: 'infeasible' };
  return 'HiGHS cannot tell an unbounded program from an infeasible one';
}

/** Whole numbers for the integer columns of `x`, and the best continuous columns around them. */
async function polished(program: LinearProgram, x: Float64Array, options: SolveOptions): Promise<Float64Array> {
  const lower = program.lower.slice();
  const upper = program.upper.slice();
  const rounded = x.slice();
  for (let j = 0; j < program.columns; j++) {
    if (program.integer?.[j] !== 1) continue;
    const whole = Math.min(Math.max(Math.round(x[j]!), Math.ceil(lower[j]!)), Math.floor(upper[j]!));
    rounded[j] = lower[j] = upper[j] = whole;
  }
  const session = new HighsSession({ ...program, lower, upper, integer: null });
  try {
    const outcome = await session.solve({ ...options, timeLimit: POLISH_SECONDS, start: null, signal: null });
    return outcome.status === 'optimal' ? outcome.x : rounded;
  } finally {
    session.dispose();
  }
}
