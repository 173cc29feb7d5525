/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/**
 * Sample variance, divisor n - 1, by the two-pass formula with the correction for rounding of the mean; NaN of fewer than
 * two values.
 *
 * SOURCE: Chan, Golub & LeVeque, "Algorithms for computing the sample variance", American Statistician 37 (1983).
 */
export function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - centre;
    squares += deviation * deviation;
    drift += deviation;
  }
  if (values.length < 2) return Number.NaN;
  return (squares - (drift * drift) / values.length) / (values.length - 1);
}

export type PairCorrelation =
  | { readonly status: 'ok'; readonly correlation: number; readonly count: number }
  | { readonly status: 'undefined'; readonly reason: 'tooFewPairs' | 'constant'; readonly count: number };

/**
 * Pearson correlation of two series of equal length over the places where both are finite (NaN marks a missing value).
 * `count` is the number of such pairs; it is undefined for fewer than two, or when either series does not vary there.
 *
 * @throws RangeError when the lengths differ.
 */
export function correlationOfPairs(xs: ArrayLike<number>, ys: ArrayLike<number>): PairCorrelation {
  if (xs.length !== ys.length) throw new RangeError(`${xs.length} values cannot be paired with ${ys.length}`);
  const pairedX: number[] = [];
  const pairedY: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    if (!Number.isFinite(xs[i]) || !Number.isFinite(ys[i])) continue;
    pairedX.push(xs[i]!);
    pairedY.push(ys[i]!);
  }
  const count = pairedX.length;
  if (count < 2) return { status: 'undefined', reason: 'tooFewPairs', count };
  const meanX = mean(pairedX);
  const meanY = mean(pairedY);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < count; i++) {
    const x = pairedX[i]! - meanX;
    const y = pairedY[i]! - meanY;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (isConstant(pairedX) || isConstant(pairedY) || xx === 0 || yy === 0) {
    return { status: 'undefined', reason: 'constant', count };
  }
  // Rounding can carry perfectly dependent series a hair beyond one.
  const correlation = Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
  return { status: 'ok', correlation, count };
}

/** A constant such as 0.1 has a mean that differs from it by rounding, so its variance is not exactly zero. */
function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
