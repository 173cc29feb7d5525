/**
 * The empirical covariance of observations, centred, divided by the number of observations (ddof 0), which is the
 * estimator that the shrinkage formulas of Ledoit-Wolf and OAS start from.
 *
 * @param observations row-major, `count` rows of `width` figures (returns: one row a date, one column an underlying).
 * @returns row-major `width` x `width`, exactly symmetric.
 * @throws RangeError when the shape does not fit the data or there is nothing to average.
 */
export function empiricalCovariance(observations: Float64Array, count: number, width: number): Float64Array {
  if (observations.length !== count * width || count < 1 || width < 1) {
    throw new RangeError(`${observations.length} figures are not ${count} rows of ${width}`);
  }
  const means = columnMeans(observations, count, width);
  const covariance = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = 0; t < count; t++) {
        const row = t * width;
        sum += (observations[row + i]! - means[i]!) * (observations[row + j]! - means[j]!);
      }
      covariance[i * width + j] = sum / count;
      covariance[j * width + i] = sum / count;
    }
  }
  return covariance;
}

function columnMeans(observations: Float64Array, count: number, width: number): Float64Array {
  const means = new Float64Array(width);
  for (let t = 0; t < count; t++) {
    for (let i = 0; i < width; i++) means[i]! += observations[t * width + i]! / count;
  }
  return means;
}
