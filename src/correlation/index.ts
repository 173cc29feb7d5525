/**
 * Which underlyings move together: a correlation matrix estimated from prices, looked over, repaired to the nearest
 * one when it is no correlation matrix, and shrunk when there are few observations; and the daily volatility that
 * gives a correlated move its size. Figures in, figures and facts out; whether a fact is a complaint is for the caller.
 */
export {
  CORRELATION_TOLERANCE,
  type CorrelationEntry,
  type CorrelationFacts,
  checkCorrelation,
} from './check-correlation.js';
export { empiricalCovariance } from './empirical-covariance.js';
export type { EntryPair } from './entry-pair.js';
export { equalCorrelation } from './equal-correlation.js';
export { type BootstrapTerms, blockLength } from './estimate/bootstrap-pairs.js';
export { type ColumnVolatility, columnVolatilities } from './estimate/column-volatility.js';
export { isShrinkage } from './estimate/correlation-shrinkage.js';
export { estimateMatrix, type MatrixEstimate, type MatrixTerms } from './estimate/estimate-matrix.js';
export { INTERVAL_LEVEL, type PairEstimate } from './estimate/estimate-pairs.js';
export { DEFAULT_HALF_LIFE, ESTIMATORS, type Estimator, type EstimatorName } from './estimate/estimator.js';
export { type FaultTerms, type PriceFault, priceFaults } from './estimate/price-faults.js';
export { type PricePanel, pricePanel, returnsOnCommonDates } from './estimate/price-panel.js';
export type { ReturnTerms } from './estimate/return-terms.js';
export { type Selection, type SelectionTerms, selectEstimator, selectionBlocks } from './estimate/select-estimator.js';
export { withBootstrap } from './estimate/with-bootstrap.js';
export {
  type CorrelationEstimate,
  type EstimateOptions,
  estimateCorrelation,
  type UndeterminedPair,
} from './estimate-correlation.js';
export { type EwmaOptions, type EwmaVolatility, ewmaVolatility } from './ewma-volatility.js';
export { frobeniusDistance } from './frobenius-distance.js';
export { type HedgeEffectiveness, hedgeBeta, hedgeEffectiveness } from './hedges/hedge-effectiveness.js';
export { type MinimumVarianceHedge, minimumVarianceHedge } from './hedges/minimum-variance-hedge.js';
export { type StressedDates, stressedWindows } from './hedges/stressed-windows.js';
export { type AdmissiblePair, type ImpossibleTriple, impossibleTriples } from './impossible-triples.js';
export { ledoitWolf } from './ledoit-wolf.js';
export { admissibleInterval } from './moved/admissible-interval.js';
export { alignedCorrelation } from './moved/aligned-correlation.js';
export { brokenBlocks } from './moved/broken-blocks.js';
export { type CorrelationBounds, correlationBounds } from './moved/correlation-bounds.js';
export { correlationGroups } from './moved/correlation-groups.js';
export { movedPair } from './moved/moved-pair.js';
export { type WorstCorrelation, worstCorrelation } from './moved/worst-correlation.js';
export { type NearestCorrelation, nearestCorrelation } from './nearest-correlation.js';
export { type NearestWithFixed, nearestWithFixed } from './nearest-with-fixed.js';
export { oracleApproximatingShrinkage } from './oas.js';
export { type PairChange, pairChanges } from './pair-changes.js';
export { type FoundRegimes, findRegimes, type Regime } from './regimes/find-regimes.js';
export { jointReturns } from './regimes/joint-returns.js';
export { type RepairedCorrelation, repairCorrelation } from './repair-correlation.js';
export { rescaleToUnitDiagonal } from './rescale-to-unit-diagonal.js';
export { shrinkCovariance } from './shrink-covariance.js';
export { type ShrunkToTarget, shrinkToTarget } from './shrink-to-target.js';
export type { ShrunkCovariance } from './shrunk-covariance.js';
export { spectralClip } from './spectral-clip.js';
