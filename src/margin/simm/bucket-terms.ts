import { RESIDUAL } from './residual.js';

/** Place of a bucket in lists by bucket. @throws RangeError for a bucket that the calibration does not know */
export function bucketPlace(buckets: readonly string[], bucket: string): number {
  const place = buckets.indexOf(bucket);
  if (place === -1) throw new RangeError(`there is no bucket '${bucket}'`);
  return place;
}

/** Correlation between two buckets that are not residual, or its square for curvature. */
export function betweenBuckets(
  buckets: readonly string[],
  correlations: readonly (readonly number[])[],
  isSquared: boolean,
): (b: string, c: string) => number {
  const places = new Map(buckets.filter((name) => name !== RESIDUAL).map((name, place) => [name, place]));
  return (b, c) => {
    const correlation = correlations[places.get(b) ?? -1]?.[places.get(c) ?? -1];
    if (correlation === undefined) throw new RangeError(`no correlation of buckets '${b}' and '${c}'`);
    return isSquared ? correlation ** 2 : correlation;
  };
}
