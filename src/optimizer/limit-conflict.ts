import { type Limit, limitTitle } from '../domain/index.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import { buildHedgeProgram } from './hedge-program.js';
import type { ResolvedLimit } from './limits/index.js';
import { smallestRelaxation } from './relax-limits.js';
import { runProgram } from './run-program.js';
import type { SolveOptions, Solver } from './solver/index.js';

/** One end of a limit as its owner stated it: of all figures that a pattern stands for. */
export interface LimitEnd {
  /** `vega BTC max`: how the user is told of it. */
  readonly name: string;
  readonly limit: Limit;
  readonly end: 'min' | 'max';
}

/** Why no admissible book exists. */
export interface LimitConflict {
  /** Ends of limits that cannot be kept together; leaving out any one of them makes the rest possible. */
  readonly conflict: readonly LimitEnd[];
  /** A smallest set of moved ends under which all hard limits can be kept; empty when none was found. */
  readonly relaxations: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
}

/**
 * Explains an infeasible problem: an irreducible set of ends of hard limits (by leaving out one at a time and keeping it
 * out while the rest stays infeasible; the deletion filter of Chinneck and Dravnieks 1991), and the smallest relaxation
 * (the elastic program, each limit's excess measured against its own size). An end whose part the solver cannot tell, for
 * want of time, stays in the set.
 */
export async function findConflict(
  problem: HedgeProblem,
  solver: Solver,
  options: SolveOptions,
): Promise<LimitConflict> {
  const hard = problem.limits.filter(({ limit }) => limit.priority === 'hard');
  const soft = new Set(problem.limits.filter(({ limit }) => limit.priority !== 'hard'));
  const task = { problem, limits: new Set(hard), without: soft, relaxed: new Map<ResolvedLimit, RelaxedEnds>() };
  const relaxation = await smallestRelaxation(task, solver, options);
  const conflict = new Set(limitEnds(hard));
  for (const end of [...conflict]) {
    const rest = new Set([...conflict].filter((other) => other !== end));
    const relaxed = onlyEnds(hard, rest);
    const hedge = buildHedgeProgram(problem, {
      aim: { kind: 'relaxation', limits: new Set() },
      without: soft,
      relaxed,
    });
    const { outcome } = await runProgram(hedge, solver, { ...options, start: null });
    if (outcome.status === 'infeasible') conflict.delete(end);
  }
  return { conflict: [...conflict], relaxations: relaxation.status === 'moved' ? relaxation.ends : new Map() };
}

/** The ends that bound something. A pattern's limit stands for one figure an instrument: they go in or out together. */
export function limitEnds(limits: readonly ResolvedLimit[]): LimitEnd[] {
  return [...new Set(limits.map(({ limit }) => limit))].flatMap((limit) => {
    const figures = limits.filter((resolved) => resolved.limit === limit);
    const what = figures.length === 1 ? figures[0]!.name : `${limitTitle(limit)} ${limit.scope}`;
    return (['min', 'max'] as const)
      .filter((end) => figures.some((figure) => Number.isFinite(figure[end])))
      .map((end) => ({ name: `${what} ${end}`, limit, end }));
  });
}

/** The ends of the limits when only some of them are kept. */
function onlyEnds(limits: readonly ResolvedLimit[], kept: ReadonlySet<LimitEnd>): Map<ResolvedLimit, RelaxedEnds> {
  const isKept = (limit: Limit, end: 'min' | 'max'): boolean =>
    [...kept].some((one) => one.limit === limit && one.end === end);
  return new Map(
    limits.map((resolved) => {
      const min = isKept(resolved.limit, 'min') ? resolved.min : -Infinity;
      const max = isKept(resolved.limit, 'max') ? resolved.max : Infinity;
      return [resolved, { min, max }];
    }),
  );
}
