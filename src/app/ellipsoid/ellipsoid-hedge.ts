import type { Io } from '../../domain/index.js';
import { bookAfter, type Solver } from '../../optimizer/index.js';
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
  let standing: SolvedHedge | null = null;
  for (let program = 1; ; program++) {
    const known = ellipsoid.size;
    const current = hedge.over(ellipsoid.run());
    const solved = await solvedHedge(request, grown(current, ellipsoid), solver, io);
    const { outcome } = solved;
    if (outcome.status === 'infeasible') return { ...solved, hedge: hedge.over(ellipsoid.run()) };
    // Out of time in a later program: the answer before it stands, by every scenario that was found since.
    if (outcome.status === 'failed') return standing === null ? solved : stopped(standing, hedge.over(ellipsoid.run()));
    ellipsoid.cover(bookAfter(quantities, outcome.trades));
    const last = ellipsoid.size === known || program === MOST_PROGRAMS || outcome.status === 'stopped';
    if (last) return { ...solved, hedge: hedge.over(ellipsoid.run()) };
    standing = solved;
  }
}

function stopped(standing: SolvedHedge, hedge: PreparedHedge): SolvedHedge {
  const { outcome } = standing;
  if (outcome.status === 'failed' || outcome.status === 'infeasible') return { ...standing, hedge };
  return { ...standing, hedge, outcome: { ...outcome, status: 'stopped' } };
}

/** The same hedge, whose program searches for further scenarios while it is solved. */
function grown(hedge: PreparedHedge, ellipsoid: EllipsoidSearch): PreparedHedge {
  const growing = ellipsoid.growing(hedge.run.requirement);
  return { ...hedge, search: { ...hedge.search, problem: { ...hedge.search.problem, growing } } };
}
