import { empiricalCovariance } from './empirical-covariance.js';
import { shrinkCovariance } from './shrink-covariance.js';
import type { ShrunkCovariance } from './shrunk-covariance.js';

/**
 * The Ledoit-Wolf shrunk covariance: the convex combination of the empirical covariance and a multiple of the identity
 * whose expected squared error is least, with the weight estimated from the data.
 *
 * Source: O. Ledoit and M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices",
 * Journal of Multivariate Analysis 88 (2004). With S the ddof-0 covariance, mu = tr S / p, X the centred data:
 * d2 = |S - mu I|^2 / p, b2 = min(d2, (sum((X*X)'(X*X)) / n - |S|^2) / (n p)), shrinkage = b2 / d2.
 *
 * @param observations row-major, `count` rows of `width` figures.
 * @throws RangeError when the shape does not fit the data.
 */
export function ledoitWolf(observations: Float64Array, count: number, width: number): ShrunkCovariance {
  const empirical = empiricalCovariance(observations, count, width);
  const shrinkage = ledoitWolfShrinkage(observations, count, width, empirical);
  return { covariance: shrinkCovariance(empirical, width, shrinkage), shrinkage };
}

function ledoitWolfShrinkage(
  observations: Float64Array,
  count: number,
  width: number,
  empirical: Float64Array,
): number {
  let mu = 0;
  let squaredNorm = 0;
  for (let i = 0; i < width; i++) mu += empirical[i * width + i]! / width;
  for (const value of empirical) squaredNorm += value * value;
  const dispersion = squaredNorm / width - mu * mu;
  // One underlying, or all of equal variance and uncorrelated: S is its own target and nothing is left to shrink.
  if (!(dispersion > 1e-15 * mu * mu)) return 0;
  const fourth = sumOfSquaredRowNorms(observations, count, width) / count;
  const sampling = (fourth - squaredNorm) / (count * width);
  return Math.max(0, Math.min(sampling, dispersion)) / dispersion;
}

/** sum over i, j of ((X*X)'(X*X))_ij, which is the sum over rows of the squared length of the centred row, squared. */
function sumOfSquaredRowNorms(observations: Float64Array, count: number, width: number): number {
  const means = new Float64Array(width);
  for (let k = 0; k < observations.length; k++) means[k % width]! += observations[k]! / count;
  let total = 0;
  for (let t = 0; t < count; t++) {
    let length = 0;
    for (let i = 0; i < width; i++) length += (observations[t * width + i]! - means[i]!) ** 2;
    total += length * length;
  }
  return total;
}
