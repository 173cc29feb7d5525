import type { Io } from '../domain/index.js';
import type { HedgeOutcome, Solver } from '../optimizer/index.js';
import { search } from './hedge-search.js';
import type { PreparedHedge } from './prepare-hedge.js';
import { refinedAnswer } from './refined-answer.js';
import type { OptimizeRequest } from './request.js';
import { type SecondAnswer, secondSearch } from './second/second-search.js';

/** A hedge as solved, with what it was solved over. */
export interface SolvedHedge {
  readonly hedge: PreparedHedge;
  readonly outcome: HedgeOutcome;
  readonly second: SecondAnswer | null;
}

/** The answer to a problem, and that of a second aim where one is asked for and there is a first: its trades then. */
export async function solvedHedge(
  request: OptimizeRequest,
  hedge: PreparedHedge,
  solver: Solver,
  io: Io,
): Promise<SolvedHedge> {
  const { search: asked } = hedge;
  const { outcome: found } = await search(request, asked.problem, solver, io);
  const first = await refinedAnswer(request, hedge, found, solver, io);
  const hasAnswer = first.status !== 'failed' && first.status !== 'infeasible';
  if (request.secondAim === null || !hasAnswer) return { hedge, outcome: first, second: null };
  const second = await secondSearch(request, request.secondAim, asked, first, solver, io);
  return { hedge, outcome: { ...first, trades: second.trades }, second };
}
