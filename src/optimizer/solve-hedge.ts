import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { needsIntegers } from './hedge-problem.js';
import { buildHedgeProgram, type HedgeProgram } from './hedge-program.js';
import { type HedgeTrade, tradesOf } from './hedge-solution.js';
import { startingPoint } from './integer-start.js';
import { findConflict, type LimitConflict } from './limit-conflict.js';
import type { ResolvedLimit } from './limits/index.js';
import { relaxSoftLimits } from './relax-limits.js';
import { type ProgramRun, runProgram } from './run-program.js';
import type { LinearProgram, SolveOptions, Solver } from './solver/index.js';

/** What an optimisation came to, before anything is re-evaluated. */
export type HedgeOutcome = HedgeFound | HedgeInfeasible | HedgeFailed;

export interface HedgeFound {
  readonly status: 'optimal' | 'stopped';
  readonly trades: readonly HedgeTrade[];
  /** Soft limits that had to give way, with the ends used instead. */
  readonly relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
  /** Nothing admissible has a lower objective. */
  readonly bound: number;
  /** The bound that multipliers alone prove: of the program itself, or of its continuous relaxation. */
  readonly lpBound: number | null;
  /** What branch and bound claims; null for a linear program. */
  readonly searchBound: number | null;
  readonly multipliers: readonly { readonly row: string; readonly value: number }[];
  /** Objective saved per unit by which a limit is relaxed, from the final duals (integers fixed); never negative. */
  readonly shadowPrices: ReadonlyMap<ResolvedLimit, number>;
  readonly rows: number;
  readonly columns: number;
  readonly worstViolation: number;
}

export interface HedgeInfeasible extends LimitConflict {
  readonly status: 'infeasible';
}

export interface HedgeFailed {
  readonly status: 'failed';
  readonly detail: string;
}

const continuous = (program: LinearProgram): LinearProgram => ({ ...program, integer: null });

/**
 * Finds the trades that make marginWeight x initial margin + cost smallest within the limits.
 *
 * The linear program first: it decides feasibility and gives a bound that can be re-checked. Soft limits give way in order
 * of priority only if the hard ones cannot be kept with them. Whole lots and trade counts go through branch and bound,
 * started from the rounded linear answer so that a stop has a usable book.
 */
export async function solveHedge(problem: HedgeProblem, solver: Solver, options: SolveOptions): Promise<HedgeOutcome> {
  let relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds> = new Map();
  let hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
  let linear = await runProgram(hedge, solver, options, continuous);
  if (linear.outcome.status === 'infeasible') {
    const eased = await relaxSoftLimits(problem, solver, options);
    if (eased === null) return { status: 'infeasible', ...(await findConflict(problem, solver, options)) };
    relaxed = eased;
    hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' }, relaxed });
    linear = await runProgram(hedge, solver, options, continuous);
  }
  if (!needsIntegers(problem) && !hasBinaries(hedge)) return linearAnswer(hedge, linear, relaxed);
  if (linear.outcome.status !== 'optimal') return linearAnswer(hedge, linear, relaxed);
  return integerAnswer(problem, hedge, linear, solver, options, relaxed);
}

/** Whether the formula brought integer columns of its own (`min` nodes). */
function hasBinaries(hedge: HedgeProgram): boolean {
  return hedge.builder.build().integer !== null;
}

function linearAnswer(
  hedge: HedgeProgram,
  run: ProgramRun,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
): HedgeFound | HedgeFailed {
  const { outcome } = run;
  switch (outcome.status) {
    case 'optimal':
      return {
        ...common(hedge, run, outcome.x, outcome.worstViolation, relaxed),
        status: 'optimal',
        bound: outcome.bound,
        lpBound: outcome.bound,
        searchBound: null,
        multipliers: multipliersOf(run),
        shadowPrices: shadowPricesOf(hedge, run),
      };
    case 'stoppedEarly':
      if (outcome.x === null) return { status: 'failed', detail: 'the solver was stopped before it had any answer' };
      return {
        ...common(hedge, run, outcome.x, outcome.worstViolation, relaxed),
        status: 'stopped',
        bound: outcome.bound,
        lpBound: null,
        searchBound: null,
        multipliers: [],
        shadowPrices: new Map(),
      };
    case 'numericalFailure':
      return { status: 'failed', detail: outcome.detail };
    case 'unbounded':
      return { status: 'failed', detail: 'the program is unbounded, though every trade has a size: please report it' };
    case 'infeasible':
      return {
        status: 'failed',
        detail: 'the limits were found feasible first and infeasible later: please report it',
      };
  }
}

async function integerAnswer(
  problem: HedgeProblem,
  hedge: HedgeProgram,
  linear: ProgramRun,
  solver: Solver,
  options: SolveOptions,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
): Promise<HedgeOutcome> {
  const lpBound = linear.outcome.status === 'optimal' ? linear.outcome.bound : null;
  const start = startingPoint(hedge, linear);
  const run = await runProgram(hedge, solver, { ...options, start });
  const { outcome } = run;
  if (outcome.status === 'infeasible') {
    return { status: 'infeasible', ...(await findConflict(problem, solver, options)) };
  }
  const x = outcome.status === 'optimal' || outcome.status === 'stoppedEarly' ? outcome.x : null;
  if (x === null) {
    const detail = outcome.status === 'numericalFailure' ? outcome.detail : 'no whole-lot answer was found in time';
    return { status: 'failed', detail };
  }
  const searchBound = outcome.status === 'optimal' || outcome.status === 'stoppedEarly' ? outcome.bound : -Infinity;
  const fixed = await runProgram(hedge, solver, options, (program) => withIntegersFixed(program, x));
  const violation = outcome.status === 'optimal' || outcome.status === 'stoppedEarly' ? outcome.worstViolation : 0;
  return {
    ...common(hedge, run, x, violation, relaxed),
    status: outcome.status === 'optimal' ? 'optimal' : 'stopped',
    bound: Math.max(searchBound, lpBound ?? -Infinity),
    lpBound,
    searchBound: Number.isFinite(searchBound) ? searchBound : null,
    multipliers: multipliersOf(linear),
    shadowPrices: shadowPricesOf(hedge, fixed),
  };
}

/** The program with every integer column held at its answer: what the duals of an integer answer are taken from. */
function withIntegersFixed(program: LinearProgram, x: Float64Array): LinearProgram {
  const { integer } = program;
  if (integer === null) return program;
  const hold = (bound: number, j: number): number => (integer[j] === 1 ? Math.round(x[j]!) : bound);
  return { ...program, integer: null, lower: program.lower.map(hold), upper: program.upper.map(hold) };
}

function common(
  hedge: HedgeProgram,
  run: ProgramRun,
  x: Float64Array,
  worstViolation: number,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
): Pick<HedgeFound, 'trades' | 'relaxed' | 'rows' | 'columns' | 'worstViolation'> {
  const { program } = run;
  return {
    trades: tradesOf(x, hedge.trades),
    relaxed,
    rows: program.rows.count,
    columns: program.columns,
    worstViolation,
  };
}

function multipliersOf(run: ProgramRun): { row: string; value: number }[] {
  if (run.outcome.status !== 'optimal' || run.outcome.rowDuals === null) return [];
  const { rowDuals } = run.outcome;
  return run.rowNames.map((row, i) => ({ row, value: rowDuals[i]! })).filter(({ value }) => value !== 0);
}

function shadowPricesOf(hedge: HedgeProgram, run: ProgramRun): Map<ResolvedLimit, number> {
  const prices = new Map<ResolvedLimit, number>();
  if (run.outcome.status !== 'optimal' || run.outcome.rowDuals === null) return prices;
  for (const [limit, row] of hedge.limitRows) prices.set(limit, Math.abs(run.outcome.rowDuals[row]!));
  return prices;
}
