/**
 * The Frobenius distance of two matrices: the square root of the sum of squared differences of their entries.
 *
 * @throws RangeError when they differ in size.
 */
export function frobeniusDistance(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) throw new RangeError(`matrices of ${a.length} and ${b.length} entries`);
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return Math.sqrt(sum);
}
