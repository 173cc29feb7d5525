import { bestAdmissible } from './admissible-point.js';
import { answerOf, type HedgeTask, KEPT, multipliersOf, shadowPricesOf } from './hedge-answer.js';
import type { HedgeFailed, HedgeFound, HedgeOutcome } from './hedge-outcome.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';
import { narrowedProgram, startingPoint } from './integer-start.js';
import { findConflict } from './limit-conflict.js';
import type { ResolvedLimit } from './limits/index.js';
import { relaxSoftLimits } from './relax-limits.js';
import { type ProgramRun, runProgram } from './run-program.js';
import { withSharedTime } from './shared-time.js';
import type { Infeasible, LinearProgram, Optimal, SolveOptions, Solver, StoppedEarly } from './solver/index.js';
import { dualBound } from './solver/index.js';

const NOT_IN_TIME = 'the solver was stopped before it had any answer';

const continuous = (program: LinearProgram): LinearProgram => ({ ...program, integer: null });

/**
 * Finds the trades that make marginWeight x initial margin + cost smallest within the limits.
 *
 * The linear program first: it gives a bound that can be re-checked. Whole lots and trade counts go through branch and
 * bound, started from the rounded linear answer so that a stop has a usable book. Soft limits give way in order of
 * priority only if the hard ones cannot be kept with them. The time limit of the options holds for all of it together.
 */
export async function solveHedge(problem: HedgeProblem, engine: Solver, options: SolveOptions): Promise<HedgeOutcome> {
  const solver = withSharedTime(engine, options.timeLimit);
  const strict = await solveWithin(problem, new Map(), solver, options);
  if (strict.status !== 'infeasible') return strict;
  const eased = await relaxSoftLimits(problem, solver, options);
  if (eased.status === 'failed') return eased;
  if (eased.status === 'infeasible') {
    return { status: 'infeasible', ...(await findConflict(problem, solver, options)) };
  }
  const easier = await solveWithin(problem, eased.ends, solver, options);
  if (easier.status !== 'infeasible') return easier;
  return failed('the limits were found feasible first and infeasible later: please report it');
}

/** One try with the given ends of soft limits. */
async function solveWithin(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  solver: Solver,
  options: SolveOptions,
): Promise<HedgeFound | HedgeFailed | Infeasible> {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' }, relaxed });
  const task: HedgeTask = { problem, relaxed, hedge };
  const linear = await runProgram(hedge, solver, { ...options, start: null }, continuous);
  const { outcome } = linear;
  switch (outcome.status) {
    case 'infeasible':
      return outcome;
    case 'numericalFailure':
      return failed(outcome.detail);
    case 'unbounded':
      return failed('the program is unbounded, though every trade has a size: please report it');
    case 'optimal':
      return hedge.builder.build().integer === null
        ? linearAnswer(task, linear, outcome)
        : integerAnswer(task, linear, outcome, solver, options);
    case 'stoppedEarly':
      return hedge.builder.build().integer === null
        ? stoppedAnswer(task, linear, pointsOf(task, outcome.x), outcome)
        : stoppedAnswer(task, linear, pointsOf(task, startingPoint(hedge, [])), outcome);
  }
}

function failed(detail: string, cause: HedgeFailed['cause'] = 'engine'): HedgeFailed {
  return { status: 'failed', cause, detail };
}

/** A point to fall back on, and no trade at all. */
function pointsOf({ hedge }: HedgeTask, ...points: readonly (Float64Array | null)[]): Float64Array[] {
  return [...points.filter((point) => point !== null), new Float64Array(hedge.builder.columns)];
}

function linearAnswer(task: HedgeTask, run: ProgramRun, outcome: Optimal): HedgeFound {
  return {
    ...answerOf(task, run, outcome.x),
    status: 'optimal',
    bound: outcome.bound,
    lpBound: outcome.bound,
    searchBound: null,
    multipliers: multipliersOf(run),
    shadowPrices: shadowPricesOf(task.hedge, run),
    worstViolation: outcome.worstViolation,
  };
}

/** The best of the points that keeps every row, rows not yet generated included. */
function stoppedAnswer(
  task: HedgeTask,
  run: ProgramRun,
  points: readonly Float64Array[],
  { bound, worstViolation }: StoppedEarly,
): HedgeFound | HedgeFailed {
  const x = bestAdmissible(task.hedge, points, KEPT);
  if (x === null) return failed(NOT_IN_TIME, 'time');
  return {
    ...answerOf(task, run, x),
    status: 'stopped',
    // What the columns' own bounds prove is often better than an interrupted solve's word.
    bound: Math.max(bound, dualBound(run.program, new Float64Array(run.program.rows.count))),
    lpBound: null,
    searchBound: null,
    multipliers: [],
    shadowPrices: new Map(),
    worstViolation,
  };
}

async function integerAnswer(
  task: HedgeTask,
  linear: ProgramRun,
  { x: linearX, bound: lpBound }: Optimal,
  solver: Solver,
  options: SolveOptions,
): Promise<HedgeFound | HedgeFailed | Infeasible> {
  const { hedge } = task;
  const start = startingPoint(hedge, await linearAnswers(task, linearX, solver, options));
  const run = await runProgram(hedge, solver, { ...options, start });
  const { outcome } = run;
  switch (outcome.status) {
    case 'infeasible':
      return outcome;
    case 'numericalFailure':
      return failed(outcome.detail);
    case 'unbounded':
      return failed('the search calls the program unbounded, though its relaxation has an optimum: please report it');
    case 'stoppedEarly': {
      const stopped = stoppedAnswer(task, run, pointsOf(task, outcome.x, start), outcome);
      if (stopped.status === 'failed') return failed('no whole-lot answer was found in time', 'time');
      return { ...stopped, ...integerBounds(lpBound, outcome.bound), multipliers: multipliersOf(linear) };
    }
    case 'optimal': {
      const { x, bound, worstViolation } = outcome;
      const fixed = await runProgram(hedge, solver, { ...options, start: null }, (program) => held(program, x));
      return {
        ...answerOf(task, run, x),
        ...integerBounds(lpBound, bound),
        status: 'optimal',
        multipliers: multipliersOf(linear),
        shadowPrices: shadowPricesOf(hedge, fixed),
        worstViolation,
      };
    }
  }
}

/** The linear answer and, where the number of trades is limited, the best of its largest trades alone. */
async function linearAnswers(
  { hedge, problem }: HedgeTask,
  linearX: Float64Array,
  solver: Solver,
  options: SolveOptions,
): Promise<Float64Array[]> {
  const counts = problem.limits.filter(({ measure }) => measure.kind === 'count').map(({ max }) => max);
  const most = Math.min(...counts);
  if (!Number.isFinite(most)) return [linearX];
  const { outcome } = await runProgram(hedge, solver, { ...options, start: null }, (program) =>
    narrowedProgram(program, hedge, linearX, most),
  );
  return outcome.status === 'optimal' ? [linearX, outcome.x] : [linearX];
}

function integerBounds(lpBound: number, searchBound: number): Pick<HedgeFound, 'bound' | 'lpBound' | 'searchBound'> {
  return {
    bound: Math.max(searchBound, lpBound),
    lpBound,
    searchBound: Number.isFinite(searchBound) ? searchBound : null,
  };
}

/** The program with every integer column held at its answer: what the duals of an integer answer are taken from. */
function held(program: LinearProgram, x: Float64Array): LinearProgram {
  const { integer } = program;
  if (integer === null) return program;
  const hold = (bound: number, j: number): number => (integer[j] === 1 ? Math.round(x[j]!) : bound);
  return { ...program, integer: null, lower: program.lower.map(hold), upper: program.upper.map(hold) };
}
