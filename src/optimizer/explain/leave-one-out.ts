import type { HedgeOutcome } from '../hedge-outcome.js';
import type { HedgeProblem } from '../hedge-problem.js';
import type { HedgeTrade } from '../hedge-solution.js';

/** What the search comes to without one of the instruments it traded. */
export type LeftOut =
  | { readonly status: 'found'; readonly trades: readonly HedgeTrade[]; readonly proven: boolean }
  /** The limits cannot be kept without it. */
  | { readonly status: 'infeasible' };

/**
 * The search again without each of the traded instruments in turn, by line: the others may take its place.
 *
 * @param solve the search itself
 * @returns without the lines whose search did not end in time
 */
export async function leaveOneOut(
  problem: HedgeProblem,
  trades: readonly HedgeTrade[],
  solve: (problem: HedgeProblem) => Promise<HedgeOutcome>,
): Promise<Map<number, LeftOut>> {
  const results = new Map<number, LeftOut>();
  for (const line of new Set(trades.map((trade) => trade.line))) {
    const candidates = problem.candidates.filter((candidate) => candidate.line !== line);
    const outcome = await solve({ ...problem, candidates });
    if (outcome.status === 'failed') continue;
    if (outcome.status === 'infeasible') results.set(line, { status: 'infeasible' });
    else results.set(line, { status: 'found', trades: outcome.trades, proven: outcome.status === 'optimal' });
  }
  return results;
}
