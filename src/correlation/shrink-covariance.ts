/**
 * Pulls a covariance towards a multiple of the identity: `(1 - shrinkage) S + shrinkage (tr S / p) I`.
 * With 0 it is S, with 1 every variance is the mean variance and every covariance zero.
 *
 * @param covariance row-major `width` x `width`.
 * @param shrinkage in [0, 1], from `ledoitWolf` or `oracleApproximatingShrinkage`, or chosen by hand.
 * @throws RangeError when the shape or the shrinkage is out of range.
 */
export function shrinkCovariance(covariance: Float64Array, width: number, shrinkage: number): Float64Array {
  if (covariance.length !== width * width || width < 1) {
    throw new RangeError(`${covariance.length} figures are not a ${width} x ${width} covariance`);
  }
  if (!(shrinkage >= 0 && shrinkage <= 1)) throw new RangeError(`shrinkage ${shrinkage} is not between 0 and 1`);
  let trace = 0;
  for (let i = 0; i < width; i++) trace += covariance[i * width + i]!;
  const shrunk = covariance.map((value) => (1 - shrinkage) * value);
  for (let i = 0; i < width; i++) shrunk[i * width + i]! += (shrinkage * trace) / width;
  return shrunk;
}
