import { appendRows } from './append-rows.js';
import { type Deadline, deadlineIn } from './deadline.js';
import { type HighsAttempt, HighsModel } from './highs-model.js';
import { HIGHS_STATUS } from './highs-status.js';
import type { LinearProgram, RowBlock } from './linear-program.js';
import { discardHighs, isEngineAbort, loadHighs } from './load-highs.js';
import { settleWithoutEngine } from './settle-without-engine.js';
import { believeOptimal, stoppedOutcome } from './solve-and-check.js';
import type { SolveOptions, SolveOutcome, SolverSession } from './solver.js';
import { dualBound } from './weak-duality-bound.js';
import { withRowLimits } from './with-row-limits.js';

/** Presolve off first: measured 2 to 4 times faster on dense scenario rows, and it keeps the basis for added rows. */
const ATTEMPTS: readonly HighsAttempt[] = [
  { presolve: 'off', solver: 'choose' },
  { presolve: 'on', solver: 'choose' },
  { presolve: 'on', solver: 'ipm' },
];
/** HiGHS blocks the thread, so a run that can be interrupted comes up for air this often; it goes on from its basis. */
const SLICE_SECONDS = 0.5;

/** A continuous program held open in HiGHS. A second solve after {@link addRows} starts from the basis of the first. */
export class HighsSession implements SolverSession {
  #program: LinearProgram;
  #model: HighsModel | null = null;
  #disposed = false;

  constructor(program: LinearProgram) {
    this.#program = program;
  }

  addRows(rows: RowBlock): void {
    this.#assertOpen();
    this.#program = appendRows(this.#program, rows);
    this.#model?.addRows(rows);
  }

  changeRow(row: number, lower: number, upper: number): void {
    this.#assertOpen();
    this.#program = withRowLimits(this.#program, row, lower, upper);
    this.#model?.changeRow(row, lower, upper);
  }

  async solve(options: SolveOptions): Promise<SolveOutcome> {
    this.#assertOpen();
    const settled = settleWithoutEngine(this.#program, options);
    if (settled !== null) return settled;
    try {
      return await this.#solveContinuous(options);
    } catch (error) {
      if (!isEngineAbort(error)) throw error;
      this.#abandonEngine();
    }
    try {
      return await this.#solveContinuous(options);
    } catch (error) {
      if (!isEngineAbort(error)) throw error;
      this.#abandonEngine();
      return { status: 'numericalFailure', detail: `HiGHS ran out of memory or stopped: ${error.message}` };
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#model?.dispose();
    this.#model = null;
  }

  async #solveContinuous(options: SolveOptions): Promise<SolveOutcome> {
    this.#model ??= new HighsModel(await loadHighs(), this.#program);
    const deadline = deadlineIn(options.timeLimit);
    const doubts: string[] = [];
    for (const attempt of ATTEMPTS) {
      const outcome = await this.#attempt(this.#model, attempt, options, deadline);
      if (typeof outcome !== 'string') return outcome;
      doubts.push(`presolve ${attempt.presolve}, solver ${attempt.solver}: ${outcome}`);
    }
    return { status: 'numericalFailure', detail: doubts.join('; ') };
  }

  /** @returns the outcome, or why this attempt came to nothing. */
  async #attempt(
    model: HighsModel,
    attempt: HighsAttempt,
    options: SolveOptions,
    deadline: Deadline,
  ): Promise<SolveOutcome | string> {
    const status = await runInSlices(model, attempt, options, deadline);
    if (status === 'interrupted') return this.#stopped(model, 'interrupted');
    if (status === HIGHS_STATUS.optimal) {
      const claim = { x: model.point(), rowDuals: model.rowDuals(), bound: Number.NEGATIVE_INFINITY, relativeGap: 0 };
      return believeOptimal(this.#program, claim);
    }
    if (status === HIGHS_STATUS.infeasible) return { status: 'infeasible' };
    if (status === HIGHS_STATUS.timeLimit) return this.#stopped(model, 'time');
    if (status === HIGHS_STATUS.unbounded || status === HIGHS_STATUS.unboundedOrInfeasible) {
      const feasibility = model.runWithoutObjective(attempt, options.seed, deadline.secondsLeft());
      if (feasibility === HIGHS_STATUS.optimal) return { status: 'unbounded' };
      if (feasibility === HIGHS_STATUS.infeasible) return { status: 'infeasible' };
    }
    return `HiGHS ended with status ${status}`;
  }

  #stopped(model: HighsModel, reason: 'time' | 'interrupted'): SolveOutcome {
    const bound = dualBound(this.#program, model.rowDuals());
    return stoppedOutcome(this.#program, reason, [model.point()], bound);
  }

  /** After an abort the engine's memory is unusable: even disposing the model in it would fail. */
  #abandonEngine(): void {
    discardHighs();
    this.#model = null;
  }

  #assertOpen(): void {
    if (this.#disposed) throw new Error('this solver session was disposed');
  }
}

/** Runs to the end or the deadline; with a signal in slices, looking at it in between. */
async function runInSlices(
  model: HighsModel,
  attempt: HighsAttempt,
  options: SolveOptions,
  deadline: Deadline,
): Promise<number | 'interrupted'> {
  const { signal, seed } = options;
  for (;;) {
    const left = Math.max(0, deadline.secondsLeft());
    const status = model.run(attempt, seed, signal === null ? left : Math.min(left, SLICE_SECONDS));
    if (status !== HIGHS_STATUS.timeLimit || deadline.secondsLeft() <= 0) return status;
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted === true) return 'interrupted';
  }
}
