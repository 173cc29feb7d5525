import type { Io } from '../../domain/index.js';
import { bookAfter, type HedgeOutcome, type ResolvedLimit, type Solver } from '../../optimizer/index.js';
import type { PreparedHedge } from '../prepare-hedge.js';
import type { OptimizeRequest } from '../request.js';
import { type SolvedHedge, solvedHedge } from '../solved-hedge.js';
import { EllipsoidSearch } from './ellipsoid-search.js';

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
  const reported = (outcome: HedgeOutcome): Float64Array[] =>
    outcome.status === 'failed' || outcome.status === 'infeasible'
      ? [quantities]
      : [quantities, bookAfter(quantities, outcome.trades)];
  const byAll = (solved: SolvedHedge): SolvedHedge =>
    withAll(solved, hedge.over(ellipsoid.run(reported(solved.outcome))));
  let standing: SolvedHedge | null = null;
  for (let program = 1; ; program++) {
    const known = ellipsoid.size;
    const current = hedge.over(ellipsoid.run([]));
    const solved = await solvedHedge(request, grown(current, ellipsoid), solver, io);
    const { outcome } = solved;
    if (outcome.status === 'failed') {
      // Out of time in a later program: the answer before it stands.
      return standing === null ? solved : byAll({ ...standing, outcome: stopped(standing.outcome) });
    }
    const books = reported(outcome);
    for (const book of books.slice(1)) ellipsoid.cover(book);
    if (ellipsoid.size === known) {
      return { ...solved, hedge: { ...current, run: { ...current.run, ellipsoid: ellipsoid.found(books) } } };
    }
    if (program === MOST_PROGRAMS || outcome.status === 'stopped') return byAll(solved);
    standing = solved;
  }
}

function stopped(outcome: HedgeOutcome): HedgeOutcome {
  return outcome.status === 'failed' || outcome.status === 'infeasible' ? outcome : { ...outcome, status: 'stopped' };
}

/** An answer over every scenario that was found, some of them after its program: its bound holds, and its gap shows them. */
function withAll({ hedge, outcome, second }: SolvedHedge, over: PreparedHedge): SolvedHedge {
  if (outcome.status === 'failed' || outcome.status === 'infeasible') return { hedge: over, outcome, second };
  const { limits } = over.search;
  const moved = <T>(figures: ReadonlyMap<ResolvedLimit, T>): Map<ResolvedLimit, T> =>
    new Map(
      [...figures].map(([limit, figure]) => {
        const at = limits[hedge.search.limits.indexOf(limit)];
        return [at?.name === limit.name ? at : limit, figure];
      }),
    );
  const { relaxed, shadowPrices } = outcome;
  return { hedge: over, outcome: { ...outcome, relaxed: moved(relaxed), shadowPrices: moved(shadowPrices) }, second };
}

/** The same hedge, whose program searches for further scenarios while it is solved. */
function grown(hedge: PreparedHedge, ellipsoid: EllipsoidSearch): PreparedHedge {
  const growing = ellipsoid.growing(hedge.run.requirement);
  return { ...hedge, search: { ...hedge.search, problem: { ...hedge.search.problem, growing } } };
}
