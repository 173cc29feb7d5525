import { type CorrelationBounds, movedPair, worstCorrelation } from '../../../correlation/index.js';
import type { WorstMatrix } from '../../../schema/stress/stress-correlations.js';
import { matrixRows } from './matrix-rows.js';
import type { MovedMargin } from './moved-margin.js';

/** Climbs of the search. */
const STARTS = 5;
/** Of many underlyings a margin takes long: the climbs end after so many. */
const [MANY, MOST_EVALUATIONS] = [10, 250];
/** A pair that moved less than this did not move. */
const STILL = 1e-6;

/** The admissible matrix within bounds that raises the margin most, and what each pair's move of it does. */
export function worstMatrix(
  moved: MovedMargin,
  bounds: CorrelationBounds,
  base: number,
  seed: number,
): Omit<WorstMatrix, 'within' | 'distanceAllowed'> {
  const { names, present, margin, quick } = moved;
  const n = names.length;
  const { values, ...found } = worstCorrelation({
    n,
    bounds,
    margin,
    quick,
    starts: STARTS,
    seed,
    ...(n > MANY ? { mostEvaluations: MOST_EVALUATIONS } : {}),
  });
  const pairs: WorstMatrix['pairs'] = [];
  let full = found.evaluations.full;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [before, after] = [present[i * n + j]!, values[i * n + j]!];
      if (Math.abs(after - before) < STILL) continue;
      const share = found.margin - margin(movedPair(values, n, [i, j], before).values);
      full++;
      pairs.push({ a: names[i]!, b: names[j]!, before, after, share });
    }
  }
  return {
    matrix: matrixRows(values, n),
    initialMargin: found.margin,
    marginChange: found.margin - base,
    distance: found.distance,
    method: found.method,
    proven: found.proven,
    climbs: found.climbs,
    evaluations: { full, quick: found.evaluations.quick },
    pairs: pairs.sort((one, other) => other.share - one.share),
  };
}
