import { bestAdmissible } from './admissible-point.js';
import type { HedgeFound } from './hedge-outcome.js';
import type { HedgeProblem, RelaxedEnds } from './hedge-problem.js';
import type { HedgeProgram } from './hedge-program.js';
import { type HedgeTrade, objectiveOf, tradesOf } from './hedge-solution.js';
import type { ResolvedLimit } from './limits/index.js';
import { rowHash } from './row-hash.js';
import type { RowMultiplier } from './row-multiplier.js';
import type { ProgramRun } from './run-program.js';

/** Rows are kept up to this part of their limit: what the solver room believes. */
export const KEPT = 1e-6;

/** A hedge problem on its way to an answer: what is asked, with which ends, as which program. */
export interface HedgeTask {
  readonly problem: HedgeProblem;
  readonly relaxed: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
  readonly hedge: HedgeProgram;
}

/** What a point of the program means: the trades, and the size of the program that was solved. */
export function answerOf(
  { problem, relaxed, hedge }: HedgeTask,
  { program }: ProgramRun,
  x: Float64Array,
): Pick<HedgeFound, 'method' | 'trades' | 'relaxed' | 'rows' | 'columns'> {
  const trades = worthwhile(problem, hedge, tradesOf(x, hedge.trades));
  return { method: 'exact', trades, relaxed, rows: program.rows.count, columns: program.columns };
}

/**
 * The trades, or none where none does as well: an answer that is optimal up to the solver's tolerance may trade for
 * nothing, and one that was stopped early may be worse than the present book.
 */
function worthwhile(problem: HedgeProblem, hedge: HedgeProgram, trades: readonly HedgeTrade[]): readonly HedgeTrade[] {
  if (objectiveOf(problem, trades) < objectiveOf(problem, [])) return trades;
  return bestAdmissible(hedge, [new Float64Array(hedge.builder.columns)], KEPT) === null ? trades : [];
}

/** The multipliers that prove a linear bound, by the names of their rows; none without a proven optimum. */
export function multipliersOf(run: ProgramRun): RowMultiplier[] {
  if (run.outcome.status !== 'optimal' || run.outcome.rowDuals === null) return [];
  const { rowDuals } = run.outcome;
  const { rows } = run.program;
  return run.rowNames.flatMap((row, i) => {
    const value = rowDuals[i]!;
    return value === 0 ? [] : { row, value, hash: rowHash(row, rows, i, value), at: run.tangents.get(i) ?? null };
  });
}

/** What a unit of room at each limit is worth, from the multipliers of its row. */
export function shadowPricesOf(hedge: HedgeProgram, run: ProgramRun): Map<ResolvedLimit, number> {
  const prices = new Map<ResolvedLimit, number>();
  if (run.outcome.status !== 'optimal' || run.outcome.rowDuals === null) return prices;
  for (const [limit, row] of hedge.limitRows) prices.set(limit, Math.abs(run.outcome.rowDuals[row]!));
  return prices;
}
