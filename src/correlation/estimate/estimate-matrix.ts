import type { CorrelationMatrix } from '../../domain/index.js';
import { estimatePairs, type PairEstimate } from './estimate-pairs.js';
import type { Estimator } from './estimator.js';
import type { PricePanel } from './price-panel.js';
import type { ReturnTerms } from './return-terms.js';
import { SAMPLE_MEASURE } from './sample-measure.js';

/** A matrix as a price panel has it, not repaired. */
export interface MatrixEstimate {
  /** Undetermined pairs hold 0. */
  readonly matrix: CorrelationMatrix;
  /** By place, every i < j. */
  readonly pairs: readonly PairEstimate[];
  /** Weight of the target of a shrinkage; null for the other estimators. */
  readonly shrinkage: number | null;
}

export interface MatrixTerms {
  readonly returns: ReturnTerms;
  /** A pair with fewer gets no estimate. */
  readonly minimumReturns: number;
}

/** Every pair's correlation by one estimator. */
export function estimateMatrix(panel: PricePanel, estimator: Estimator, terms: MatrixTerms): MatrixEstimate {
  const pairs = pairsOf(panel, estimator, terms);
  return { matrix: matrixOf(panel.names, pairs), pairs, shrinkage: null };
}

function pairsOf(panel: PricePanel, estimator: Estimator, { returns, minimumReturns }: MatrixTerms): PairEstimate[] {
  switch (estimator.name) {
    default:
      return estimatePairs(panel, returns, SAMPLE_MEASURE, minimumReturns);
  }
}

/** The square of the pairs, 0 where there is no estimate. */
export function matrixOf(
  names: readonly string[],
  pairs: readonly Pick<PairEstimate, 'i' | 'j' | 'correlation'>[],
): CorrelationMatrix {
  const n = names.length;
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) values[i * n + i] = 1;
  for (const { i, j, correlation } of pairs) {
    values[i * n + j] = correlation ?? 0;
    values[j * n + i] = correlation ?? 0;
  }
  return { names, values };
}
