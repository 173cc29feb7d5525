/** A hedge of one exposure by another underlying. */
export interface MinimumVarianceHedge {
  /** Money of the hedge per money of exposure; of the opposite sign to the correlation. */
  readonly ratio: number;
  /** The part of the variance that is left, 1 - rho^2. */
  readonly residualShare: number;
}

/**
 * The hedge of least variance of an exposure in u by v: -rho sigma_u / sigma_v money of v for each money of u leaves
 * 1 - rho^2 of the variance.
 *
 * Source: L. Ederington, "The hedging performance of the new futures markets", Journal of Finance 34 (1979).
 *
 * @param volatility of a day, of the exposure and of the hedge, positive
 */
export function minimumVarianceHedge(
  correlation: number,
  volatility: { readonly exposure: number; readonly hedge: number },
): MinimumVarianceHedge {
  if (!(volatility.exposure > 0 && volatility.hedge > 0))
    throw new RangeError('a hedge ratio takes volatilities above 0');
  return {
    ratio: (-correlation * volatility.exposure) / volatility.hedge,
    residualShare: Math.max(0, 1 - correlation * correlation),
  };
}
