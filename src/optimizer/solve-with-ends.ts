import { bestAdmissible } from './admissible-point.js';
import { answerOf, type HedgeTask, KEPT, multipliersOf, shadowPricesOf } from './hedge-answer.js';
import type { HedgeFailed, HedgeFound } from './hedge-outcome.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';
import type { HedgeTrade } from './hedge-solution.js';
import { narrowedProgram, startingPoint } from './integer-start.js';
import type { ResolvedLimit } from './limits/index.js';
import { pointOfTrades } from './point-of-trades.js';
import { type ProgramRun, runProgram } from './run-program.js';
import { screenCandidates } from './screen-candidates.js';
import { searchSwitches } from './search-switches.js';
import type {
  Infeasible,
  LinearProgram,
  Optimal,
  SolveOptions,
  SolveOutcome,
  Solver,
  StoppedEarly,
} from './solver/index.js';
import { dualBound } from './solver/index.js';

/** A search over which instruments are traded that takes more nodes than this goes on with cuts, in the engine's own. */
const MOST_SWITCH_NODES = 2000;
const NOT_IN_TIME = 'the solver was stopped before it had any answer';

const continuous = (program: LinearProgram): LinearProgram => ({ ...program, integer: null });

/**
 * The best trades within the limits, with the given ends for soft ones that gave way: the linear program, then the search over
 * whole numbers where there are any.
 *
 * @param relaxed ends that replace a limit's own
 * @param books trades known to be good: a search over whole numbers starts from the best of them, if none is better
 */
export async function solveWithEnds(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  solver: Solver,
  options: SolveOptions,
  books: readonly (readonly HedgeTrade[])[] = [],
): Promise<HedgeFound | HedgeFailed | Infeasible> {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' }, relaxed });
  const task: HedgeTask = { problem, relaxed, hedge };
  const known = books.map((trades) => pointOfTrades(hedge.trades, trades));
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
        : integerAnswer(task, linear, outcome, { solver, options, known });
    case 'stoppedEarly':
      return hedge.builder.build().integer === null
        ? stoppedAnswer(task, linear, pointsOf(task, outcome.x), outcome)
        : stoppedAnswer(task, linear, pointsOf(task, startingPoint(hedge, known)), outcome);
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
  { bound, reason, worstViolation }: StoppedEarly,
): HedgeFound | HedgeFailed {
  const x = bestAdmissible(task.hedge, points, KEPT);
  if (x === null) return failed(NOT_IN_TIME, 'time');
  return {
    ...answerOf(task, run, x),
    status: reason === 'effort' ? 'searched' : 'stopped',
    // What the columns' own bounds prove is often better than an interrupted solve's word.
    bound: Math.max(bound, dualBound(run.program, new Float64Array(run.program.rows.count))),
    lpBound: null,
    searchBound: null,
    multipliers: [],
    shadowPrices: new Map(),
    worstViolation,
  };
}

interface IntegerSearch {
  readonly solver: Solver;
  readonly options: SolveOptions;
  /** Points of the program to start from. */
  readonly known: readonly Float64Array[];
}

async function integerAnswer(
  task: HedgeTask,
  linear: ProgramRun,
  { x: linearX, bound: lpBound }: Optimal,
  { solver, options, known }: IntegerSearch,
): Promise<HedgeFound | HedgeFailed | Infeasible> {
  const { hedge } = task;
  const answers = await linearAnswers(task, linearX, solver, options);
  const start = startingPoint(hedge, [...answers, ...known]);
  const own = await searchSwitches(hedge, solver, { nodeLimit: MOST_SWITCH_NODES, ...options, start }, linear);
  const run =
    own !== null && isAnswer(own.outcome)
      ? own
      : await screenedSearch(task, linear, bestOf(own, start), { solver, options });
  const { screened } = run;
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
      return { ...stopped, screened, ...integerBounds(lpBound, outcome.bound), multipliers: multipliersOf(linear) };
    }
    case 'optimal': {
      const { x, bound, worstViolation } = outcome;
      const fixed = await runProgram(hedge, solver, { ...options, start: null }, (program) => held(program, x));
      return {
        ...answerOf(task, run, x),
        ...integerBounds(lpBound, bound),
        status: 'optimal',
        screened,
        multipliers: multipliersOf(linear),
        shadowPrices: shadowPricesOf(hedge, fixed),
        worstViolation,
      };
    }
  }
}

/** Branch and bound without what cannot be in a better book. */
async function screenedSearch(
  { hedge }: HedgeTask,
  linear: ProgramRun,
  start: Float64Array | null,
  { solver, options }: Pick<IntegerSearch, 'solver' | 'options'>,
): Promise<ProgramRun & { readonly screened: number }> {
  const screening = screenCandidates(hedge, linear, start, options.relativeGap);
  if (screening === null) return { ...(await runProgram(hedge, solver, { ...options, start })), screened: 0 };
  const { upper, cutoff, screened } = screening;
  const run = await runProgram(hedge, solver, { ...options, start }, (program) => ({ ...program, upper }));
  const { outcome } = run;
  if (outcome.status !== 'optimal' && outcome.status !== 'stoppedEarly') return { ...run, screened };
  return { ...run, screened, outcome: { ...outcome, bound: Math.min(outcome.bound, cutoff) } };
}

/** Whether a search came to its end, or was stopped: else another way is tried. */
function isAnswer(outcome: SolveOutcome): boolean {
  if (outcome.status === 'stoppedEarly') return outcome.reason !== 'effort';
  return outcome.status !== 'numericalFailure' && outcome.status !== 'unbounded';
}

/** The point a search ended with, where it has one: it is no worse than the one it started from. */
function bestOf(own: ProgramRun | null, start: Float64Array | null): Float64Array | null {
  return own !== null && own.outcome.status === 'stoppedEarly' ? (own.outcome.x ?? start) : start;
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
