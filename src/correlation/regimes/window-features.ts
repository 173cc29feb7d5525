import { mean, variance } from '../../math/statistics.js';
import type { JointReturns } from './joint-returns.js';

/** No volatility is taken for smaller, so that a price that stands still has a logarithm. */
const LEAST_VOLATILITY = 1e-8;
/** No correlation is taken for nearer to one than this, for the same reason. */
const MOST_CORRELATION = 0.999;

/** What a rolling window of returns looks like: two figures, standardised over all windows. */
export interface WindowFeatures {
  /** How many windows there are; the first begins at the first return, each next one a return later. */
  readonly count: number;
  /** Row-major: the mean log volatility, and the mean Fisher-transformed correlation (0 for one underlying). */
  readonly values: Float64Array;
}

/**
 * The mean log volatility of the underlyings in every window, and the mean of artanh of their correlations; each less its mean
 * over the windows, over its standard deviation, so that both count alike.
 *
 * @param window returns a window, 2 at least
 * @throws RangeError when there are fewer returns than a window has
 */
export function windowFeatures({ names, dates, values }: JointReturns, window: number): WindowFeatures {
  const n = names.length;
  const count = dates.length - window + 1;
  if (!(count >= 1 && window >= 2)) throw new RangeError(`${dates.length} returns, windows of ${window}`);
  const volatilities = new Float64Array(count);
  const correlations = new Float64Array(count);
  const sums = new Float64Array(n);
  const products = new Float64Array(n * n);
  const take = (t: number, sign: 1 | -1): void => {
    for (let i = 0; i < n; i++) {
      const a = values[t * n + i]!;
      sums[i]! += sign * a;
      for (let j = 0; j <= i; j++) products[i * n + j]! += sign * a * values[t * n + j]!;
    }
  };
  for (let t = 0; t < dates.length; t++) {
    take(t, 1);
    if (t >= window) take(t - window, -1);
    const k = t - window + 1;
    if (k >= 0) [volatilities[k], correlations[k]] = shapeOf(sums, products, window);
  }
  const [byVolatility, byCorrelation] = [standardised(volatilities), standardised(correlations)];
  return {
    count,
    values: Float64Array.from({ length: 2 * count }, (_, k) => (k % 2 === 0 ? byVolatility : byCorrelation)[k >> 1]!),
  };
}

/** Mean log volatility and mean artanh correlation of a window, of its running sums. */
function shapeOf(sums: Float64Array, products: Float64Array, window: number): [number, number] {
  const n = sums.length;
  const covariance = (i: number, j: number): number =>
    products[i * n + j]! / window - (sums[i]! * sums[j]!) / window ** 2;
  const volatility = Float64Array.from({ length: n }, (_, i) =>
    Math.max(LEAST_VOLATILITY, Math.sqrt(Math.max(0, covariance(i, i)))),
  );
  let correlation = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const rho = covariance(i, j) / (volatility[i]! * volatility[j]!);
      correlation += Math.atanh(Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, rho)));
    }
  }
  return [mean(volatility.map(Math.log)), n < 2 ? 0 : (2 * correlation) / (n * (n - 1))];
}

function standardised(figures: Float64Array): Float64Array {
  const middle = mean(figures);
  const spread = figures.length < 2 ? 0 : Math.sqrt(variance(figures));
  return figures.map((figure) => (spread > 0 ? (figure - middle) / spread : 0));
}
