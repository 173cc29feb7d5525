import { cosine, NO_MOVE, type PairMeasure, unitVector } from './pair-measure.js';
import { figuresIn } from './reused-storage.js';

/**
 * Pearson's product-moment correlation. Its inverse hyperbolic tangent is nearly normal with variance 1 / (n - 3).
 *
 * SOURCE: R. Fisher, "On the 'probable error' of a coefficient of correlation deduced from a small sample", Metron 1 (1921).
 */
export const SAMPLE_MEASURE: PairMeasure<Float64Array> = {
  prepare: (returns, _order, reuse) =>
    unitVector(centred(returns, figuresIn(reuse, returns.length)), returns.length * NO_MOVE ** 2),
  usesOrder: false,
  correlate: cosine,
  transformedError: (_a, _b, _correlation, effective) => (effective > 3 ? 1 / Math.sqrt(effective - 3) : null),
  equalWeights: (count) => count,
  reported: (correlation) => correlation,
};

/** The figures less their mean, in an array as long, which may be their own. */
export function centred(values: Float64Array, deviations: Float64Array): Float64Array {
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += values[t]!;
  const mean = sum / values.length;
  for (let t = 0; t < values.length; t++) deviations[t] = values[t]! - mean;
  return deviations;
}
