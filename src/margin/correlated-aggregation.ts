import { type Formula, norm } from '../formula/index.js';
import { symmetricEigen } from '../math/symmetric-eigen.js';

/**
 * sqrt(m' R m) of requirements m that are never below 0, under their correlations: at most their sum.
 *
 * A requirement has no sign, so a negative correlation would reward two losses for being losses: it counts as 0. What that
 * leaves is convex where it is positive semidefinite; where it is not, as much is added to its diagonal as makes it so, which only raises
 * the figure.
 *
 * @param correlation row-major, as wide as there are requirements
 */
export function correlatedAggregation(
  name: string,
  requirements: readonly Formula[],
  correlation: Float64Array,
): Formula {
  return norm(name, requirements, withoutNegatives(correlation, requirements.length));
}

/** Entries below 0 made 0, and the diagonal raised by what the matrix then lacks to be positive semidefinite. */
export function withoutNegatives(correlation: Float64Array, n: number): Float64Array {
  const matrix = correlation.map((entry) => Math.max(0, entry));
  const least = symmetricEigen(matrix, n).values.reduce((smallest, value) => Math.min(smallest, value), 0);
  for (let i = 0; i < n; i++) matrix[i * n + i] = matrix[i * n + i]! - least;
  return matrix;
}
