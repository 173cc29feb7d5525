import { mean, variance } from '../../math/statistics.js';
import type { Estimator } from './estimator.js';
import { gaussianScore } from './gaussian-score.js';
import { matrixOfReturns } from './matrix-of-returns.js';
import { NO_MOVE } from './pair-measure.js';

export interface SelectionTerms {
  /** Returns an estimate is made from. */
  readonly window: number;
  /** Returns after them that score it. */
  readonly step: number;
  /** Returns left out between the two, since they share dates with both. */
  readonly skip: number;
}

/** How well one estimator foretold. */
export interface EstimatorRecord {
  readonly estimator: Estimator;
  /** Mean score a return date; null where some window's matrix was singular. */
  readonly score: number | null;
  /** Of the difference to the best estimator's, over the blocks; null for the best itself, and for fewer than two blocks. */
  readonly standardError: number | null;
  readonly failed: number;
}

/** Every candidate's record, the best first, and in how many windows. */
export interface Selection {
  readonly blocks: number;
  readonly records: readonly EstimatorRecord[];
}

/** How many windows there are; the last one is scored on the latest returns. */
export function selectionBlocks(returns: number, { window, step, skip }: SelectionTerms): number {
  return Math.max(0, Math.floor((returns - window - skip) / step));
}

/**
 * Scores estimators on returns that they have not seen: a matrix from `window` returns is scored on the `step` returns that
 * follow, by `gaussianScore`, then the window moves on by `step`. Moves are in standard deviations of their window, the same
 * for all, so that the correlations alone decide.
 *
 * @param columns returns on common dates, by underlying.
 * @param pause awaited between windows; rejects to stop.
 */
export async function selectEstimator(
  columns: readonly Float64Array[],
  candidates: readonly Estimator[],
  terms: SelectionTerms,
  pause: () => Promise<void>,
): Promise<Selection> {
  const { window, step, skip } = terms;
  const count = columns[0]?.length ?? 0;
  const blocks = selectionBlocks(count, terms);
  const scores = candidates.map(() => [] as (number | null)[]);
  for (let k = 0; k < blocks; k++) {
    const end = count - (blocks - k) * step - skip;
    const seen = columns.map((returns) => returns.subarray(end - window, end));
    const later = columns.map((returns) => returns.subarray(end + skip, end + skip + step));
    const moves = movesOf(seen, later);
    candidates.forEach((estimator, c) => {
      const values = moves === null ? null : matrixOfReturns(seen, estimator);
      scores[c]!.push(values === null ? null : gaussianScore(values, columns.length, moves!));
    });
    await pause();
  }
  return { blocks, records: ranked(candidates, scores, step) };
}

/** Rows of later returns in standard deviations of those seen; null where one of these does not move. */
function movesOf(seen: readonly Float64Array[], later: readonly Float64Array[]): Float64Array | null {
  const n = seen.length;
  const deviations = seen.map((returns) => Math.sqrt(variance(returns)));
  if (deviations.some((deviation) => !(deviation > NO_MOVE))) return null;
  const dates = later[0]?.length ?? 0;
  const moves = new Float64Array(dates * n);
  later.forEach((returns, i) => {
    for (let t = 0; t < dates; t++) moves[t * n + i] = returns[t]! / deviations[i]!;
  });
  return moves;
}

function ranked(
  candidates: readonly Estimator[],
  scores: readonly (readonly (number | null)[])[],
  step: number,
): EstimatorRecord[] {
  const records = candidates.map((estimator, c) => {
    const known = scores[c]!.filter((score) => score !== null);
    const failed = scores[c]!.length - known.length;
    const score = failed > 0 || known.length === 0 ? null : mean(known) / step;
    return { estimator, score, failed, blocks: known };
  });
  // A stable sort: of equal scores the candidate named first.
  const sorted = [...records].sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || 0);
  const best = sorted[0];
  return sorted.map(({ estimator, score, failed, blocks }) => {
    const differences =
      score === null || blocks === best?.blocks ? [] : blocks.map((block, k) => (best!.blocks[k]! - block) / step);
    const standardError = differences.length < 2 ? null : Math.sqrt(variance(differences) / differences.length);
    return { estimator, score, failed, standardError };
  });
}
