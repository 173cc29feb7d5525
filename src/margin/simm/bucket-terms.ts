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
  // Sought when two buckets meet: most measures of a single trade have one or none.
  const named = (bucket: string): number => (bucket === RESIDUAL ? -1 : buckets.indexOf(bucket));
  return (b, c) => {
    const correlation = correlations[named(b)]?.[named(c)];
    if (correlation === undefined) throw new RangeError(`no correlation of buckets '${b}' and '${c}'`);
    return isSquared ? correlation ** 2 : correlation;
  };
}
