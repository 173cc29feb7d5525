import type { Limit } from '../domain/index.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';
import type { ResolvedLimit } from './limits/index.js';
import { smallestRelaxation } from './relax-limits.js';
import { runProgram } from './run-program.js';
import type { SolveOptions, Solver } from './solver/index.js';

/** Why no admissible book exists. */
export interface LimitConflict {
  /** Limits that cannot be kept together; leaving out any one of them makes the rest possible. */
  readonly conflict: readonly ResolvedLimit[];
  /** A smallest set of moved ends under which all hard limits can be kept. */
  readonly relaxations: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
}

/**
 * Explains an infeasible problem: an irreducible set of hard limits (by leaving out one limit at a time and keeping it out
 * while the rest stays infeasible; the deletion filter of Chinneck and Dravnieks 1991), and the smallest relaxation (the
 * elastic program, each limit's excess measured against its own size).
 */
export async function findConflict(
  problem: HedgeProblem,
  solver: Solver,
  options: SolveOptions,
): Promise<LimitConflict> {
  const hard = problem.limits.filter(({ limit }) => limit.priority === 'hard');
  const soft = new Set(problem.limits.filter(({ limit }) => limit.priority !== 'hard'));
  const task = { problem, limits: new Set(hard), without: soft, relaxed: new Map<ResolvedLimit, RelaxedEnds>() };
  const relaxations = (await smallestRelaxation(task, solver, options)) ?? new Map<ResolvedLimit, RelaxedEnds>();
  const left = new Set<ResolvedLimit>(soft);
  for (const stated of new Set(hard.map(({ limit }) => limit))) {
    const group = measuresOf(stated, hard);
    const without = new Set([...left, ...group]);
    if (!(await feasible(problem, without, solver, options))) for (const limit of group) left.add(limit);
  }
  return { conflict: hard.filter((limit) => !left.has(limit)), relaxations };
}

/** A pattern's limit stands for one row an instrument: they go in or out together. */
function measuresOf(stated: Limit, limits: readonly ResolvedLimit[]): ResolvedLimit[] {
  return limits.filter(({ limit }) => limit === stated);
}

async function feasible(
  problem: HedgeProblem,
  without: ReadonlySet<ResolvedLimit>,
  solver: Solver,
  options: SolveOptions,
): Promise<boolean> {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'relaxation', limits: new Set() }, without });
  const { outcome } = await runProgram(hedge, solver, options);
  return outcome.status === 'optimal';
}
