import { bookAfter, costOf, type HedgeTrade, objectiveOf } from '../optimizer/index.js';
import { costOfMargin } from './collateral/hedge-collateral-cost.js';
import type { HedgeSearch } from './hedge-search.js';

/**
 * The objective of the book after some trades as documents tell it: by the full rules, which of rules that look at which
 * lines are held may be less than what the program makes small.
 */
export function reportedObjective({ problem, aim, collateral }: HedgeSearch, trades: readonly HedgeTrade[]): number {
  if (!aim.looksAtHeldLines) return objectiveOf(problem, trades);
  const { spread, depth, fees } = costOf(trades);
  const margin = aim.marginOf(bookAfter(problem.present, trades));
  const weighed = collateral === null ? problem.marginWeight * margin : costOfMargin(collateral, margin);
  return weighed + spread + depth + fees;
}
