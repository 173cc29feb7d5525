import type { HedgeFailed } from './hedge-outcome.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { buildHedgeProgram, type SlackColumns } from './hedge-program.js';
import type { ResolvedLimit } from './limits/index.js';
import { runProgram } from './run-program.js';
import type { SolveOptions, Solver } from './solver/index.js';

/** Ends are moved this much further than the program asks, in units of the limit's size: room for rounding. */
const MARGIN_OF_ROUNDING = 1e-9;

/** What moving limits came to. */
export type Relaxation =
  /** The ends to use instead, for the limits that must move; maybe none. */
  | { readonly status: 'moved'; readonly ends: ReadonlyMap<ResolvedLimit, RelaxedEnds> }
  /** The limits that must stay cannot be kept, however far the others move. */
  | { readonly status: 'infeasible' }
  /** The solver did not find out. */
  | HedgeFailed;

/**
 * Soft limits give way so that the hard ones can be kept: those of priority 5 are kept best, then 4, down to 1, each level
 * by the smallest total relaxation (measured against each limit's own size) that the levels above allow. Where there are
 * no soft limits nothing can be moved: infeasible.
 */
export async function relaxSoftLimits(
  problem: HedgeProblem,
  solver: Solver,
  options: SolveOptions,
): Promise<Relaxation> {
  const soft = problem.limits.filter(({ limit }) => limit.priority !== 'hard');
  if (soft.length === 0) return { status: 'infeasible' };
  const relaxed = new Map<ResolvedLimit, RelaxedEnds>();
  const priorities = [...new Set(soft.map(({ limit }) => limit.priority as number))].sort((a, b) => b - a);
  for (const priority of priorities) {
    const level = new Set(soft.filter(({ limit }) => limit.priority === priority));
    const without = new Set(soft.filter(({ limit }) => (limit.priority as number) < priority));
    const moved = await smallestRelaxation({ problem, limits: level, without, relaxed }, solver, options);
    if (moved.status !== 'moved') return moved;
    for (const [limit, ends] of moved.ends) relaxed.set(limit, ends);
  }
  return { status: 'moved', ends: relaxed };
}

export interface RelaxationTask {
  readonly problem: HedgeProblem;
  /** Limits that may move. */
  readonly limits: ReadonlySet<ResolvedLimit>;
  readonly without: ReadonlySet<ResolvedLimit>;
  /** Ends already moved. */
  readonly relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
}

/** The ends of the limits that must move, moved as little as possible in total. */
export async function smallestRelaxation(
  { problem, limits, without, relaxed }: RelaxationTask,
  solver: Solver,
  options: SolveOptions,
): Promise<Relaxation> {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'relaxation', limits }, without, relaxed });
  const { outcome } = await runProgram(hedge, solver, { ...options, start: null });
  if (outcome.status === 'infeasible') return { status: 'infeasible' };
  if (outcome.status !== 'optimal') {
    if (outcome.status === 'numericalFailure') return { status: 'failed', cause: 'engine', detail: outcome.detail };
    return { status: 'failed', cause: 'time', detail: 'no relaxation was found in time' };
  }
  const moved = new Map<ResolvedLimit, RelaxedEnds>();
  for (const slack of hedge.slacks) {
    const ends = movedEnds(slack, outcome.x);
    if (ends !== null) moved.set(slack.limit, ends);
  }
  return { status: 'moved', ends: moved };
}

function movedEnds({ limit, below, above, unit }: SlackColumns, x: Float64Array): RelaxedEnds | null {
  const down = below === null ? 0 : x[below]!;
  const up = above === null ? 0 : x[above]!;
  if (down <= MARGIN_OF_ROUNDING && up <= MARGIN_OF_ROUNDING) return null;
  const step = (slack: number): number => (slack > MARGIN_OF_ROUNDING ? (slack + MARGIN_OF_ROUNDING) * unit : 0);
  return { min: limit.min - step(down), max: limit.max + step(up) };
}
