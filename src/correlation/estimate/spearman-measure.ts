import { ascendingOrder } from './ascending-order.js';
import { cosine, type PairMeasure, unitVector } from './pair-measure.js';
import { figuresIn } from './reused-storage.js';
import { centred } from './sample-measure.js';

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal returns sharing the mean of theirs. Its inverse hyperbolic
 * tangent has variance about (1 + rho^2 / 2) / (n - 3).
 *
 * Source: C. Spearman, "The proof and measurement of association between two things", American Journal of Psychology 15
 * (1904); the variance, D. Bonett and T. Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman
 * correlations", Psychometrika 65 (2000). As Pearson's: 2 sin(pi rho / 6), K. Pearson, "On further methods of determining
 * correlation" (1907), which is exact for normal returns.
 */
export function spearmanMeasure(asPearson: boolean): PairMeasure<Float64Array> {
  return {
    prepare: (returns, order, reuse) => {
      const ranks = midRanks(returns, order ?? ascendingOrder(returns), figuresIn(reuse, returns.length));
      return unitVector(centred(ranks, ranks));
    },
    usesOrder: true,
    correlate: cosine,
    transformedError: (_a, _b, correlation, effective) =>
      effective > 3 ? Math.sqrt((1 + correlation ** 2 / 2) / (effective - 3)) : null,
    equalWeights: (count) => count,
    reported: (correlation) => (asPearson ? 2 * Math.sin((Math.PI / 6) * correlation) : correlation),
  };
}

/** Ranks from 1, in the order of the values, written to an array as long; equal values share the mean of theirs. */
export function midRanks(
  values: Float64Array,
  order: Int32Array,
  ranks: Float64Array = new Float64Array(values.length),
): Float64Array {
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    const shared = (start + 1 + end) / 2;
    for (let k = start; k < end; k++) ranks[order[k]!] = shared;
    start = end;
  }
  return ranks;
}
