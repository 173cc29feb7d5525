import { cosine, NO_MOVE, type PairMeasure, unitVector } from './pair-measure.js';
import { figuresIn } from './reused-storage.js';
import { SAMPLE_MEASURE } from './sample-measure.js';

/**
 * The exponentially weighted correlation, mean returns taken as zero: sum w r_a r_b / sqrt(sum w r_a^2 sum w r_b^2), the
 * weight of a return halving with every `halfLife` returns that follow it.
 *
 * Source: J.P. Morgan/Reuters, "RiskMetrics Technical Document", 4th edition (1996), section 5.2; so many returns of equal
 * weight tell as much as (sum w)^2 / sum w^2 (L. Kish, "Survey Sampling", 1965).
 *
 * @throws RangeError when the half-life is not positive.
 */
export function ewmaMeasure(halfLife: number): PairMeasure<Float64Array> {
  if (!(halfLife > 0)) throw new RangeError(`half-life ${halfLife} is not positive`);
  const decay = 0.5 ** (1 / halfLife);
  return {
    prepare: (returns, _order, reuse) => {
      let root = 1;
      const weighted = figuresIn(reuse, returns.length);
      for (let t = returns.length - 1; t >= 0; t--, root *= Math.sqrt(decay)) weighted[t] = root * returns[t]!;
      return unitVector(weighted, NO_MOVE ** 2);
    },
    usesOrder: false,
    correlate: cosine,
    transformedError: SAMPLE_MEASURE.transformedError,
    equalWeights: (count) => {
      if (decay === 1) return count;
      const sum = (1 - decay ** count) / (1 - decay);
      const squares = (1 - decay ** (2 * count)) / (1 - decay * decay);
      return count === 0 ? 0 : (sum * sum) / squares;
    },
    reported: (correlation) => correlation,
  };
}
