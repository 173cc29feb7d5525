import { symmetricEigen } from '../math/symmetric-eigen.js';

export type ShrunkToTarget =
  | {
      readonly status: 'found';
      /** Row-major, unit diagonal, positive semidefinite to rounding. */
      readonly values: Float64Array;
      /** How far towards the target: 0 leaves the matrix as it is, 1 is the target. */
      readonly alpha: number;
    }
  /** The target is no correlation matrix itself. */
  | { readonly status: 'targetRefused'; readonly smallestEigenvalue: number };

const BISECTIONS = 60;

/**
 * Moves a symmetric matrix of unit diagonal towards a target no farther than it takes to be positive semidefinite:
 * alpha T + (1 - alpha) A for the least such alpha in [0, 1]. Entries that the two have in common stay as they are,
 * and every pair keeps its place between the two, which a nearest matrix does not promise.
 *
 * Source: N. Higham, N. Strabic and V. Sego, "Restoring definiteness via shrinking, with an application to correlation
 * matrices with a fixed block", SIAM Review 58 (2016). The smallest eigenvalue is concave along the way, so the alphas
 * that will do are an interval that ends at 1, and bisection finds where it begins.
 *
 * @param values row-major `n` x `n`, entries of any size off the diagonal.
 * @param target row-major `n` x `n`, a correlation matrix (it may be singular).
 * @throws RangeError when the sizes do not fit or an entry is not finite.
 */
export function shrinkToTarget(values: Float64Array, target: Float64Array, n: number): ShrunkToTarget {
  if (values.length !== target.length)
    throw new RangeError(`a target of ${target.length} for ${values.length} entries`);
  const rounding = 1e-14 * n;
  const smallest = (matrix: Float64Array): number => symmetricEigen(matrix, n).values[0] ?? 0;
  const at = (alpha: number): Float64Array => values.map((value, k) => between(value, target[k]!, alpha));
  const ofTarget = smallest(target);
  if (ofTarget < -1e-10) return { status: 'targetRefused', smallestEigenvalue: ofTarget };
  if (smallest(values) >= -rounding) return { status: 'found', values: values.slice(), alpha: 0 };
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS && high - low > 0; step++) {
    const middle = (low + high) / 2;
    if (smallest(at(middle)) >= -rounding) high = middle;
    else low = middle;
  }
  return { status: 'found', values: at(high), alpha: high };
}

/** Exactly the common value where the two agree, whatever alpha. */
function between(value: number, target: number, alpha: number): number {
  return value === target ? value : alpha * target + (1 - alpha) * value;
}
