import type { Io } from '../domain/index.js';
import { type Formula, max } from '../formula/index.js';
import {
  bookAfter,
  type HedgeFound,
  type HedgeOutcome,
  type HedgeTrade,
  nothingIsAdmissible,
  type Solver,
} from '../optimizer/index.js';
import { search } from './hedge-search.js';
import { nearBook } from './near-book.js';
import type { PreparedHedge } from './prepare-hedge.js';
import { reportedObjective } from './reported-objective.js';
import type { OptimizeRequest } from './request.js';

/** Books at which the rules are looked at before the best of them stands. */
const MOST_BOOKS = 6;

/** A fall of the objective below this, relative, is none. */
const IMPROVES = 1e-7;

/**
 * The answer under rules that are a formula near one book only: they are built anew at each answer, the larger of all that
 * were built is optimised again, and every answer is priced by the rules themselves. The best stands, and nothing at all
 * where no trade improves on it. What certifies the first program is kept; it proves nothing of the rules.
 *
 * Other rules' answers are as they are; so is one over a horizon, over several cases or with a price on collateral.
 */
export async function refinedAnswer(
  request: OptimizeRequest,
  hedge: PreparedHedge,
  first: HedgeOutcome,
  solver: Solver,
  io: Io,
): Promise<HedgeOutcome> {
  const { run, search: asked } = hedge;
  if (!asked.aim.exactAtBook || first.status === 'failed' || first.status === 'infeasible') return first;
  const valued = (trades: readonly HedgeTrade[]): Valued => ({ trades, objective: reportedObjective(asked, trades) });
  let best = valued(first.trades);
  if (nothingIsAdmissible(asked.problem, first)) best = better(best, valued([]));
  const built: Formula[] = [asked.problem.margin];
  let last: HedgeFound = first;
  const plain = asked.robust === null && asked.collateral === null && asked.horizon.rule === 'now';
  while (plain && built.length < MOST_BOOKS && last.trades.length > 0) {
    const book = bookAfter(run.quantities, last.trades);
    built.push(nearBook(run.model.build({ ...run.inputs, book }, run.parameters.values)));
    const margin = max('margin as it is near the books tried', built);
    const { outcome } = await search(request, { ...asked.problem, margin }, solver, io);
    if (outcome.status === 'failed' || outcome.status === 'infeasible') break;
    const { objective: before } = best;
    best = better(best, valued(outcome.trades));
    if (!(best.objective < before - IMPROVES * Math.max(1, Math.abs(before))) && built.length > 2) break;
    last = outcome;
  }
  return { ...first, trades: best.trades };
}

/** Trades with the objective after them, by the rules. */
interface Valued {
  readonly trades: readonly HedgeTrade[];
  readonly objective: number;
}

function better(one: Valued, other: Valued): Valued {
  return other.objective < one.objective ? other : one;
}
