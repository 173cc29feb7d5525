import type { Io } from '../../domain/index.js';
import {
  type HedgeFound,
  type HedgeTrade,
  type SecondAsked,
  type SecondFound,
  type Solver,
  solveSecondAim,
} from '../../optimizer/index.js';
import type { HedgeSearch } from '../hedge-search.js';
import { reportedObjective } from '../reported-objective.js';
import type { OptimizeRequest } from '../request.js';

/** What became of a second aim. */
export interface SecondAnswer {
  readonly asked: SecondAsked;
  /** The trades of the first answer, whose objective is held. */
  readonly first: readonly HedgeTrade[];
  readonly trades: readonly HedgeTrade[];
  /** `notBegun` where the first search was stopped. */
  readonly search: 'ended' | 'stopped' | 'notBegun';
  /** The search whose bound is one on the second aim; null where it gave none. */
  readonly found: SecondFound['found'];
  /** Why there is no answer; empty where there is. */
  readonly detail: string;
}

/** A tolerance for the rounding of sums, relative. */
const ROUNDING = 1e-12;

/**
 * Among the books that are as good as the one found, one with the least of the second aim. Never one whose reported objective
 * is worse than what is allowed, and never one with more of the second aim: then the first answer stays.
 *
 * @param solver its time is shared with the first search
 */
export async function secondSearch(
  request: OptimizeRequest,
  asked: SecondAsked,
  search: HedgeSearch,
  first: HedgeFound,
  solver: Solver,
  io: Io,
): Promise<SecondAnswer> {
  const stay = { asked, first: first.trades, trades: first.trades };
  if (first.status === 'stopped') return { ...stay, search: 'notBegun', found: null, detail: 'the first was stopped' };
  const { relativeGap, seed, timeLimit } = request;
  const options = { timeLimit: timeLimit ?? Infinity, relativeGap, seed, start: null, signal: io.signal };
  const { trades, found, failure } = await solveSecondAim(search.problem, first, asked, solver, options);
  const ended = failure === null && found?.status !== 'stopped' ? 'ended' : 'stopped';
  const detail = failure?.detail ?? '';
  const best = reportedObjective(search, first.trades);
  const most = best + (asked.within + ROUNDING) * Math.abs(best);
  const holds = reportedObjective(search, trades) <= most;
  return { ...stay, trades: holds ? trades : first.trades, search: ended, found, detail };
}
