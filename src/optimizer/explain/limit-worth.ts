import type { HedgeFound } from '../hedge-outcome.js';
import type { HedgeProblem, RelaxedEnds } from '../hedge-problem.js';
import { buildHedgeProgram } from '../hedge-program.js';
import type { ResolvedLimit } from '../limits/index.js';
import { runProgram } from '../run-program.js';
import type { SolveOptions, Solver } from '../solver/index.js';
import { type OneSidedWorth, oneSidedWorth, type PricedValue } from './one-sided-worth.js';

/** What room at the binding end of a limit is worth. */
export interface LimitWorth extends OneSidedWorth {
  readonly end: 'min' | 'max';
}

/**
 * What more room at each limit is worth, with the range in which it stays that, found by solving again at ends that were
 * moved outwards. Limits without a multiplier are left out: room at theirs is worth 0, however much is given. Null stands where
 * it was not found out.
 *
 * Where the number of trades is limited, of the traded instruments alone: which ones to trade is not asked again. Nothing
 * for whole lots and for margins that need a search of their own, for there a unit of room has no steady worth.
 *
 * @returns null where there is no linear program to ask
 */
export async function limitWorths(
  problem: HedgeProblem,
  found: HedgeFound,
  solver: Solver,
  options: SolveOptions,
): Promise<Map<ResolvedLimit, LimitWorth | null> | null> {
  const linear = linearPart(problem, found);
  if (linear === null) return null;
  const atPresent = await solvedWith(linear, found.relaxed, solver, options);
  if (atPresent === null) return null;
  const worths = new Map<ResolvedLimit, LimitWorth | null>();
  for (const limit of linear.limits) {
    const dual = atPresent.duals.get(limit) ?? 0;
    if (dual === 0) continue;
    const end = dual > 0 ? 'min' : 'max';
    const worth = await oneSidedWorth({ value: atPresent.value, price: Math.abs(dual) }, async (room) => {
      const relaxed = new Map([...found.relaxed, [limit, moved(found.relaxed.get(limit) ?? limit, end, room)]]);
      const solved = await solvedWith(linear, relaxed, solver, options);
      if (solved === null) return null;
      const price = (solved.duals.get(limit) ?? 0) * (end === 'min' ? 1 : -1);
      return { value: solved.value, price: Math.max(0, price) };
    });
    worths.set(limit, worth === null ? null : { end, ...worth });
  }
  return worths;
}

/** The problem without whole numbers whose answer is the one found; null where there is none. */
function linearPart(problem: HedgeProblem, { trades }: HedgeFound): HedgeProblem | null {
  if (problem.wholeLots || problem.limits.some(isOfSizes)) return null;
  const limits = problem.limits.filter(({ measure }) => measure.kind !== 'count');
  if (limits.length === problem.limits.length) return problem;
  const traded = new Set(trades.map(({ line }) => line));
  return { ...problem, limits, candidates: problem.candidates.filter(({ line }) => traded.has(line)) };
}

/** Such trades are no linear program, even among the instruments traded. */
function isOfSizes({ measure: { kind } }: ResolvedLimit): boolean {
  return kind === 'ticket' || kind === 'partLevels';
}

function moved({ min, max }: RelaxedEnds, end: 'min' | 'max', room: number): RelaxedEnds {
  return end === 'min' ? { min: min - room, max } : { min, max: max + room };
}

interface Solved extends Pick<PricedValue, 'value'> {
  readonly duals: ReadonlyMap<ResolvedLimit, number>;
}

async function solvedWith(
  problem: HedgeProblem,
  relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>,
  solver: Solver,
  options: SolveOptions,
): Promise<Solved | null> {
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' }, relaxed });
  if (hedge.builder.build().integer !== null) return null;
  const { outcome } = await runProgram(hedge, solver, { ...options, start: null });
  if (outcome.status !== 'optimal' || outcome.rowDuals === null) return null;
  const { rowDuals } = outcome;
  const duals = new Map([...hedge.limitRows].map(([limit, row]) => [limit, rowDuals[row]!] as const));
  return { value: outcome.objective, duals };
}
