import type { Io } from '../../domain/index.js';
import {
  bookAfter,
  type HedgeFound,
  needsIntegers,
  objectiveOf,
  type ResolvedLimit,
  type Solver,
} from '../../optimizer/index.js';
import type { PreparedHedge } from '../prepare-hedge.js';
import type { OptimizeRequest } from '../request.js';
import { type SolvedHedge, solvedHedge } from '../solved-hedge.js';
import { EllipsoidSearch } from './ellipsoid-search.js';

/** A move becomes a row when it raises the loss that a program knows by more than this part of it. */
const RAISES_A_ROW = 1e-7;
/** A gap up to this, relative, is none. */
const CLOSED = 1e-6;
/** Programs solved at most: each but the first starts with every scenario that was found. */
const MOST_PROGRAMS = 8;

/**
 * Hedges against every joint move of the ellipsoid: solved with the scenarios that are known, the worst move for the answer is
 * searched for and becomes a row, until none is found (cutting planes; within one program on warm re-solves). The last
 * program lists every scenario, so that its certificate and all figures are by them. Fewer scenarios are a relaxation:
 * whatever is not found, the bound holds.
 *
 * @param hedge by the listed scenarios
 */
export async function ellipsoidHedge(
  request: OptimizeRequest,
  hedge: PreparedHedge,
  solver: Solver,
  io: Io,
): Promise<SolvedHedge> {
  const { quantities } = hedge.run;
  const ellipsoid = new EllipsoidSearch(hedge.run, request.seed);
  ellipsoid.cover(quantities);
  let standing: SolvedHedge | null = null;
  for (let program = 1; ; program++) {
    const current = hedge.over(ellipsoid.run([]));
    const solved = await solvedHedge(request, grown(current, ellipsoid, request), solver, io);
    const { outcome } = solved;
    if (outcome.status === 'infeasible') return { ...solved, hedge: hedge.over(ellipsoid.run([quantities])) };
    if (outcome.status === 'failed' && standing === null) return solved;
    // Out of time in a later program: the answer before it stands.
    const answer: SolvedHedge = outcome.status === 'failed' ? stopped(standing!) : solved;
    const { trades } = answer.outcome as HedgeFound;
    const book = bookAfter(quantities, trades);
    const inProgram = ellipsoid.size;
    ellipsoid.cover(book);
    const found = ellipsoid.size - inProgram;
    const over = hedge.over(ellipsoid.run([quantities, book]));
    const last = found === 0 || program === MOST_PROGRAMS || answer.outcome.status === 'stopped';
    if (last || isClosed(request, over, answer.outcome as HedgeFound)) return withAll(answer, over, found);
    standing = answer;
  }
}

/** Whether an answer is as good as was asked for by every move that was found, also those its program did not know. */
function isClosed(
  { relativeGap }: OptimizeRequest,
  { search: { problem } }: PreparedHedge,
  found: HedgeFound,
): boolean {
  const objective = objectiveOf(problem, found.trades);
  const tolerance = found.searchBound === null ? CLOSED : Math.max(CLOSED, relativeGap);
  return objective - found.bound <= tolerance * Math.max(1, Math.abs(objective));
}

function stopped(standing: SolvedHedge): SolvedHedge {
  return { ...standing, outcome: { ...(standing.outcome as HedgeFound), status: 'stopped' } };
}

/**
 * An answer over every move that was found, some of them after its program: its bound holds, and its gap shows them.
 *
 * @param more how many were found after the program: its certificate counts their rows
 */
function withAll({ hedge, outcome, second }: SolvedHedge, over: PreparedHedge, more: number): SolvedHedge {
  const { relaxed, shadowPrices, rows, ...found } = outcome as HedgeFound;
  const { limits } = over.search;
  const moved = <T>(figures: ReadonlyMap<ResolvedLimit, T>): Map<ResolvedLimit, T> =>
    new Map(
      [...figures].map(([limit, figure]) => {
        const at = limits[hedge.search.limits.indexOf(limit)];
        return [at?.name === limit.name ? at : limit, figure];
      }),
    );
  return {
    hedge: over,
    outcome: { ...found, rows: rows + more, relaxed: moved(relaxed), shadowPrices: moved(shadowPrices) },
    second,
  };
}

/** The same hedge, whose program searches for further scenarios while it is solved. */
function grown(hedge: PreparedHedge, ellipsoid: EllipsoidSearch, { relativeGap }: OptimizeRequest): PreparedHedge {
  const { problem } = hedge.search;
  // A search over whole numbers starts again with every row: those within a part of its gap are not worth it.
  const raises = needsIntegers(problem) ? Math.max(RAISES_A_ROW, relativeGap / 10) : RAISES_A_ROW;
  const growing = ellipsoid.growing(hedge.run.requirement, raises);
  return { ...hedge, search: { ...hedge.search, problem: { ...problem, growing } } };
}
