/** The ways to estimate a correlation, in the order in which they are listed and, where scores tie, preferred. */
export const ESTIMATORS = ['sample', 'ewma', 'ledoit-wolf', 'oas', 'spearman', 'kendall', 'gerber'] as const;

export type EstimatorName = (typeof ESTIMATORS)[number];

/** An estimator with its figures. */
export interface Estimator {
  readonly name: EstimatorName;
  /** `ewma`: returns after which a weight has halved. */
  readonly halfLife: number;
  /** `gerber`: moves below so many standard deviations count as none. */
  readonly threshold: number;
  /** `spearman`, `kendall`: turned into the Pearson correlation of normal returns with that figure. */
  readonly asPearson: boolean;
}

/** RiskMetrics' monthly decay of 0.97, as the number of returns in which a weight halves. */
export const DEFAULT_HALF_LIFE = 23;
