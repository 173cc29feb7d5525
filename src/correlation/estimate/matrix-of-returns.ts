import { correlationShrinkage, isShrinkage } from './correlation-shrinkage.js';
import type { Estimator } from './estimator.js';
import { withMeasure } from './with-measure.js';

/**
 * The correlation matrix of returns on the same dates by one estimator, row-major, not repaired; null where a column does
 * not move.
 */
export function matrixOfReturns(columns: readonly Float64Array[], estimator: Estimator): Float64Array | null {
  const shrinkage = isShrinkage(estimator.name) ? correlationShrinkage(columns, estimator.name) : 0;
  if (shrinkage === null) return null;
  return withMeasure(estimator, (measure) => {
    const n = columns.length;
    const values = new Float64Array(n * n);
    const prepared = columns.map((returns) => measure.prepare(returns));
    for (let i = 0; i < n; i++) {
      values[i * n + i] = 1;
      for (let j = 0; j < i; j++) {
        const [a, b] = [prepared[i]!, prepared[j]!];
        if (a === null || b === null) return null;
        const correlation = (1 - shrinkage) * measure.reported(measure.correlate(a, b));
        values[i * n + j] = correlation;
        values[j * n + i] = correlation;
      }
    }
    return values;
  });
}
