/** A covariance that was shrunk towards a multiple of the identity, and how far. */
export interface ShrunkCovariance {
  /** Row-major, width x width. */
  readonly covariance: Float64Array;
  /** In [0, 1]: 0 keeps the empirical covariance, 1 keeps only its mean variance. */
  readonly shrinkage: number;
}
