import { variance } from '../../math/statistics.js';
import { cosine, NO_MOVE, type PairMeasure, unitVector } from './pair-measure.js';
import { figuresIn } from './reused-storage.js';

/**
 * The Gerber statistic in its positive semidefinite form (GS2): moves of at least `threshold` standard deviations count as
 * +1 or -1, others as 0, and the statistic is (concordant - discordant) / sqrt(n_a n_b), n the moves of each that count. It
 * is the cosine of two vectors, which the first form (over concordant + discordant) and GS1 (over all dates on which one
 * moves) are not.
 *
 * Source: S. Gerber, H. Markowitz, P. Ernst, Y. Miao, B. Javid and P. Sargen, "The Gerber Statistic: A Robust Co-Movement
 * Measure for Portfolio Optimization", Journal of Portfolio Management 48 (2022). Its standard error is ours, by the delta
 * method on the means of s_a s_b, s_a^2 and s_b^2.
 *
 * @throws RangeError when the threshold is not positive.
 */
export function gerberMeasure(threshold: number): PairMeasure<Float64Array> {
  if (!(threshold > 0)) throw new RangeError(`threshold ${threshold} is not positive`);
  return {
    prepare: (returns, _order, reuse) => {
      const deviation = Math.sqrt(variance(returns));
      if (!(deviation > NO_MOVE)) return null;
      const least = threshold * deviation;
      const moves = figuresIn(reuse, returns.length);
      for (let t = 0; t < moves.length; t++) moves[t] = Number(returns[t]! >= least) - Number(returns[t]! <= -least);
      return unitVector(moves);
    },
    usesOrder: false,
    correlate: cosine,
    transformedError: gerberError,
    equalWeights: (count) => count,
    reported: (correlation) => correlation,
  };
}

/**
 * With p the frequencies of moves that count (both: of both at once), n times the variance of g is
 * p_both (1 + g^2 / 2) / (p_a p_b) - 3/4 g^2 (1 / p_a + 1 / p_b); divided by (1 - g^2)^2 for that of atanh g.
 */
function gerberError(a: Float64Array, b: Float64Array, statistic: number, effective: number): number | null {
  if (!(effective > 3) || Math.abs(statistic) >= 1) return null;
  let inA = 0;
  let inB = 0;
  let inBoth = 0;
  for (let t = 0; t < a.length; t++) {
    // No branch on what moves: it would be mispredicted half of the time.
    const moveA = Number(a[t] !== 0);
    const moveB = Number(b[t] !== 0);
    inA += moveA;
    inB += moveB;
    inBoth += moveA & moveB;
  }
  const n = a.length;
  const spread = (inBoth * n * (1 + statistic ** 2 / 2)) / (inA * inB) - 0.75 * statistic ** 2 * (n / inA + n / inB);
  return Math.sqrt(Math.max(0, spread) / effective) / (1 - statistic ** 2);
}
