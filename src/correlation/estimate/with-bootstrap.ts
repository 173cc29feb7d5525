import { type BootstrapTerms, bootstrapPairs } from './bootstrap-pairs.js';
import { isShrinkage } from './correlation-shrinkage.js';
import type { MatrixEstimate, MatrixTerms } from './estimate-matrix.js';
import type { Estimator } from './estimator.js';
import { commonPanel, type PricePanel } from './price-panel.js';
import { withMeasure } from './with-measure.js';

/** The same estimate with standard errors and intervals from resamples; the weight of a shrinkage is taken as given. */
export async function withBootstrap(
  panel: PricePanel,
  estimator: Estimator,
  { returns }: MatrixTerms,
  estimate: MatrixEstimate,
  terms: BootstrapTerms,
  pause: () => Promise<void>,
): Promise<MatrixEstimate> {
  const looked = isShrinkage(estimator.name) ? commonPanel(panel) : panel;
  const scale = 1 - (estimate.shrinkage ?? 0);
  const pairs = await withMeasure(estimator, (measure) =>
    bootstrapPairs(looked, returns, measure, estimate.pairs, terms, scale, pause),
  );
  return { ...estimate, pairs };
}
