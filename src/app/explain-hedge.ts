import type { Io } from '../domain/index.js';
import {
  type HedgeFound,
  type LeftOut,
  type LimitWorth,
  leaveOneOut,
  limitWorths,
  type ResolvedLimit,
  type Solver,
  withSharedTime,
} from '../optimizer/index.js';
import { type HedgeSearch, search } from './hedge-search.js';
import type { OptimizeRequest } from './request.js';

/** What solving again says about an answer. */
export interface SolvedAgain {
  /** By line, the search without it. */
  readonly leftOut: ReadonlyMap<number, LeftOut>;
  /** What room at limits is worth; null where there is no linear program to ask. */
  readonly worths: ReadonlyMap<ResolvedLimit, LimitWorth | null> | null;
}

/**
 * The search again with more room at each limit that binds, then without each traded instrument. All of it together may take
 * as long again as the search itself was given; what is not found out by then is left open.
 */
export async function explainHedge(
  request: OptimizeRequest,
  { problem }: HedgeSearch,
  found: HedgeFound,
  engine: Solver,
  io: Io,
): Promise<SolvedAgain> {
  const solver = withSharedTime(engine, request.timeLimit ?? Infinity);
  const options = {
    timeLimit: Infinity,
    relativeGap: request.relativeGap,
    seed: request.seed,
    start: null,
    signal: io.signal,
  };
  // Multipliers of an answer that was stopped say nothing.
  const worths = found.status === 'optimal' ? await limitWorths(problem, found, solver, options) : null;
  const leftOut = await leaveOneOut(
    problem,
    found.trades,
    async (without) => (await search(request, without, solver, io)).outcome,
  );
  return { leftOut, worths };
}
