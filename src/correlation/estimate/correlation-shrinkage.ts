import { ledoitWolf } from '../ledoit-wolf.js';
import { oracleApproximatingShrinkage } from '../oas.js';
import type { EstimatorName } from './estimator.js';
import { SAMPLE_MEASURE } from './sample-measure.js';

/** Estimators that look at all columns at once, and so at common dates only. */
export function isShrinkage(name: EstimatorName): boolean {
  return name === 'ledoit-wolf' || name === 'oas';
}

/**
 * The weight of the target in a shrunk correlation matrix, (1 - s) R + s I: that of Ledoit-Wolf or OAS for the returns at
 * unit variance. Of returns as they are, the weight would pull a calm underlying's correlations down to nothing, and would
 * depend on their units. Columns that do not move are left out; null where none is left.
 *
 * @param columns returns of equal length.
 */
export function correlationShrinkage(columns: readonly Float64Array[], name: EstimatorName): number | null {
  const unit = columns.map((returns) => SAMPLE_MEASURE.prepare(returns)).filter((column) => column !== null);
  const count = unit[0]?.length ?? 0;
  if (count === 0) return null;
  const width = unit.length;
  const observations = new Float64Array(count * width);
  const size = Math.sqrt(count);
  unit.forEach((column, i) => {
    for (let t = 0; t < count; t++) observations[t * width + i] = size * column[t]!;
  });
  const shrink = name === 'oas' ? oracleApproximatingShrinkage : ledoitWolf;
  return shrink(observations, count, width).shrinkage;
}
