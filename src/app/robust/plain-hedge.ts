import type { Io } from '../../domain/index.js';
import {
  type HedgeProblem,
  type HedgeTrade,
  type Solver,
  type TradeFault,
  tradesAsTold,
} from '../../optimizer/index.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import { collateralFormula } from '../collateral/hedge-collateral-cost.js';
import { type HedgeSearch, search } from '../hedge-search.js';
import { marginAim } from '../margin-aim.js';
import type { PreparedRun } from '../prepare-run.js';
import type { OptimizeRequest } from '../request.js';

/** The problem of a robust search with the run's own margin in place of that of all cases. */
function plainProblem({ problem, horizon, collateral }: HedgeSearch, run: PreparedRun): HedgeProblem {
  const { formula } = marginAim(run, horizon);
  return { ...problem, margin: collateral === null ? formula : collateralFormula(collateral, formula) };
}

/**
 * The trades of the hedge that looks at the run alone: what a robust one is compared with. Null where the cases are not of the
 * run itself, or where no hedge was found in time.
 */
export async function plainTrades(
  request: OptimizeRequest,
  asked: HedgeSearch,
  run: PreparedRun,
  solver: Solver,
  io: Io,
): Promise<readonly HedgeTrade[] | null> {
  if (asked.robust === null || !asked.robust.ofTheRun) return null;
  const { outcome } = await search(request, plainProblem(asked, run), solver, io);
  return outcome.status === 'failed' || outcome.status === 'infeasible' ? null : outcome.trades;
}

/** The same trades as a document tells them: only a solver could choose them. Null where it tells of none. */
export function toldPlain(
  asked: HedgeSearch,
  run: PreparedRun,
  { robust }: OptimizeResult,
): { readonly trades: readonly HedgeTrade[]; readonly faults: readonly TradeFault[] } | null {
  const plain = robust?.plain ?? null;
  return plain === null || asked.robust === null ? null : tradesAsTold(plainProblem(asked, run), plain.trades);
}
