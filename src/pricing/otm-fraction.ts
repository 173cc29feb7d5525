import { millsRatio, normalCdf, normalPdf } from '../math/normal-distribution.js';

/** Below this half-deviation the two Mills ratios are too close to subtract, and the series takes over. */
const SERIES_LIMIT = 0.1;
/** From here the moments of the series are run backwards; nearer the money, forwards. */
const BACKWARD_FROM = 5;
const BACKWARD_START = 24;
/** Highest power of the series; the next term is below 1e-17 of the first. */
const LAST_POWER = 13;
/** No double is small enough for the density this far out. */
const DENSITY_UNDERFLOW = 38.7;

/**
 * Undiscounted Black price of the out-of-the-money option as a fraction of the lesser of forward and strike, from 0 (no
 * value) to 1 (all the value there can be).
 *
 * `distance` is |ln(forward/strike)| >= 0, `stdDev` is sigma sqrt(T) >= 0; either may be Infinity.
 * Relative accuracy is that of the inputs' own rounding (about 1e-16 (distance/stdDev)^2) for every normal result: the
 * textbook difference of two normal probabilities, which loses all its digits deep out of the money, is not taken.
 *
 * SOURCE: Black (1976), written with a = distance/stdDev, t = stdDev/2 and the density n and Mills ratio m as
 * n(a-t) [m(a-t) - m(a+t)]; the idea of keeping the common exponential outside is in P. Jaeckel, "Let's be rational",
 * Wilmott (2015). For small t the bracket is 2 sum over odd k of z_k t^k, z_k = integral of u^k/k! exp(-u^2/2 - a u):
 * the repeated integrals of the error function, DLMF 7.18.
 */
export function otmFraction(distance: number, stdDev: number): number {
  if (!(stdDev > 0) || distance === Infinity) return Number.isNaN(stdDev) ? stdDev : 0;
  if (stdDev === Infinity) return 1;
  const a = distance / stdDev;
  const t = 0.5 * stdDev;
  const lower = a - t;
  if (lower > DENSITY_UNDERFLOW) return 0;
  if (t < SERIES_LIMIT) {
    return 2 * normalPdf(lower) * (a < BACKWARD_FROM ? seriesForward(a, t) : seriesBackward(a, t));
  }
  if (lower > 0) return normalPdf(lower) * (millsRatio(lower) - millsRatio(a + t));
  return normalCdf(-lower) - normalPdf(lower) * millsRatio(a + t);
}

/** Sum over odd k of z_k t^k by z_(k+1) = (z_(k-1) - a z_k) / (k+1), which is stable only for small `a`. */
function seriesForward(a: number, t: number): number {
  const square = t * t;
  let even = millsRatio(a);
  let odd = 1 - a * even;
  let power = t;
  let sum = odd * power;
  for (let k = 2; k < LAST_POWER; k += 2) {
    even = (even - a * odd) / k;
    odd = (odd - a * even) / (k + 1);
    power *= square;
    sum += odd * power;
  }
  return sum;
}

/**
 * The same sum with the recurrence run downwards from far out (Miller's algorithm): every term is positive, so nothing
 * cancels however large `a` is. The scale is fixed at the end by z_1 + a z_0 = 1.
 */
function seriesBackward(a: number, t: number): number {
  const square = t * t;
  let odd = 0;
  let even = 1;
  let sum = 0;
  for (let k = BACKWARD_START; k > 0; k -= 2) {
    odd = (k + 1) * odd + a * even;
    even = k * even + a * odd;
    if (k <= LAST_POWER + 1) sum = sum * square + odd;
  }
  return (sum * t) / (odd + a * even);
}
