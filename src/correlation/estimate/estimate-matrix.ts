import type { CorrelationMatrix } from '../../domain/index.js';
import { correlationShrinkage, isShrinkage } from './correlation-shrinkage.js';
import { estimatePairs, type PairEstimate } from './estimate-pairs.js';
import type { Estimator } from './estimator.js';
import { commonPanel, type PricePanel, returnsOnCommonDates } from './price-panel.js';
import type { ReturnTerms } from './return-terms.js';
import { withMeasure } from './with-measure.js';

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

/**
 * Every pair's correlation by one estimator, with standard error and interval. The shrinkages look at common dates
 * whatever the panel's groups; their errors are those of the sample's correlations, the weight taken as given.
 *
 * @param pause awaited between runs of pairs; rejects to stop.
 */
export async function estimateMatrix(
  panel: PricePanel,
  estimator: Estimator,
  terms: MatrixTerms,
  pause: () => Promise<void>,
): Promise<MatrixEstimate> {
  const { returns, minimumReturns } = terms;
  const looked = isShrinkage(estimator.name) ? commonPanel(panel) : panel;
  const pairs = await withMeasure(estimator, (measure) =>
    estimatePairs(looked, returns, measure, minimumReturns, pause),
  );
  if (!isShrinkage(estimator.name)) return { matrix: matrixOf(panel.names, pairs), pairs, shrinkage: null };
  const shrinkage = correlationShrinkage(returnsOnCommonDates(panel, returns), estimator.name) ?? 0;
  const shrunk = pairs.map((pair) => scaledPair(pair, 1 - shrinkage));
  return { matrix: matrixOf(panel.names, shrunk), pairs: shrunk, shrinkage };
}

function scaledPair(pair: PairEstimate, by: number): PairEstimate {
  const scaled = (value: number | null): number | null => (value === null ? null : by * value);
  const { correlation, standardError, low, high } = pair;
  return {
    ...pair,
    correlation: scaled(correlation),
    standardError: scaled(standardError),
    low: scaled(low),
    high: scaled(high),
  };
}

function matrixOf(names: readonly string[], pairs: readonly PairEstimate[]): CorrelationMatrix {
  const n = names.length;
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) values[i * n + i] = 1;
  for (const { i, j, correlation } of pairs) {
    values[i * n + j] = correlation ?? 0;
    values[j * n + i] = correlation ?? 0;
  }
  return { names, values };
}
