/** A volatility curve as the feed gives it: total variance over log moneyness, with its own forward and time. */
export interface SviCurve {
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
  readonly forward: number;
  /** Years; not the time left of the expiry. */
  readonly tau: number;
}

/** Log moneyness counts up to so many root variances of the curve's base. */
const MONEYNESS_CLAMP = 4;
const VARIANCE_CAP = 144;

/**
 * Annual volatility of a strike on a curve, log moneyness clamped and total variance capped. NaN where the curve has a
 * negative variance, which the venue refuses.
 *
 * SOURCE: derivexyz/lyra-utils, src/math/SVI.sol.
 */
export function sviVolatility(strike: number, curve: SviCurve): number {
  const { a, b, rho, m, sigma, forward, tau } = curve;
  const clamp = MONEYNESS_CLAMP * Math.sqrt(a + b * sigma);
  const k = Math.min(clamp, Math.max(-clamp, Math.log(strike / forward)));
  const variance = a + b * (Math.sqrt((k - m) ** 2 + sigma * sigma) + rho * (k - m));
  return variance < 0 ? Number.NaN : Math.sqrt(Math.min(variance, VARIANCE_CAP) / tau);
}
