import { empiricalCovariance } from './empirical-covariance.js';
import { shrinkCovariance } from './shrink-covariance.js';
import type { ShrunkCovariance } from './shrunk-covariance.js';

/**
 * The oracle approximating shrinkage (OAS) covariance: like Ledoit-Wolf, with the weight that is better for
 * normally distributed data and few observations.
 *
 * Source: Y. Chen, A. Wiesel, Y. Eldar and A. Hero, "Shrinkage algorithms for MMSE covariance estimation", IEEE
 * Transactions on Signal Processing 58 (2010), equation 23, in the form that scikit-learn uses (the 2/p terms dropped):
 * shrinkage = min(1, (a + mu^2) / ((n + 1)(a - mu^2 / p))), a = mean of S_ij^2, mu = tr S / p.
 *
 * @param observations row-major, `count` rows of `width` figures.
 * @throws RangeError when the shape does not fit the data.
 */
export function oracleApproximatingShrinkage(
  observations: Float64Array,
  count: number,
  width: number,
): ShrunkCovariance {
  const empirical = empiricalCovariance(observations, count, width);
  let mu = 0;
  let meanSquare = 0;
  for (let i = 0; i < width; i++) mu += empirical[i * width + i]! / width;
  for (const value of empirical) meanSquare += (value * value) / empirical.length;
  const dispersion = (count + 1) * (meanSquare - (mu * mu) / width);
  // A multiple of the identity is its own target: every weight gives the same matrix, and the limit of the formula is
  // 1.
  const shrinkage = dispersion > 0 ? Math.min(1, (meanSquare + mu * mu) / dispersion) : 1;
  return { covariance: shrinkCovariance(empirical, width, shrinkage), shrinkage };
}
