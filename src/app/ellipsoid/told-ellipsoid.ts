import type { EllipsoidLine } from '../../schema/ellipsoid-line.js';
import type { Check } from '../../schema/verify-document.js';
import type { PreparedHedge } from '../prepare-hedge.js';
import { EllipsoidSearch } from './ellipsoid-search.js';
import { toldPoints } from './told-points.js';

/** A move that the search of a verification finds may be worse by this part: what a search believes none is. */
const NOT_WORSE = 1e-6;

/** A hedge over the joint moves that its document says were found. */
export interface ToldEllipsoid {
  readonly hedge: PreparedHedge;
  /** What the moves and the book after trades are checked for; searches anew. */
  readonly checks: () => readonly Check[];
}

/**
 * Takes the joint moves of a document in place of the search, and checks that they are moves of the ellipsoid and that a
 * search of its own finds none that is worse for the book after the trades.
 *
 * @param books those that are reported, the one after trades the last
 */
export function toldEllipsoid(
  hedge: PreparedHedge,
  told: EllipsoidLine,
  seed: number,
  books: readonly Float64Array[],
): ToldEllipsoid {
  const { points, strange } = toldPoints(hedge.run, told);
  const search = new EllipsoidSearch(hedge.run, seed, points);
  const { rounds, starts } = told;
  const run = search.run(books);
  const over = hedge.over({ ...run, ellipsoid: { ...search.found(books), rounds, starts } });
  return {
    hedge: over,
    checks: () => {
      const excess = search.excess(books.at(-1) ?? hedge.run.quantities);
      return [
        {
          name: 'joint moves of the ellipsoid',
          ok: strange.length === 0,
          rests: 'inputs',
          expected: told.added.length,
          found: points.length,
          detail: strange.map((k) => `result.search.added[${k}] is no move of the ellipsoid`).join('; '),
        },
        {
          name: 'no worse joint move',
          ok: excess <= NOT_WORSE,
          rests: 'inputs',
          expected: 0,
          found: excess,
          detail: `a search from other starts finds no loss of the book after that is larger, up to ${NOT_WORSE} of it`,
        },
      ];
    },
  };
}
