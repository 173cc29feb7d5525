import { tabulatedNormalCdf } from '../math/normal-cdf-table.js';

/**
 * Undiscounted Black-76 price from the table of the normal distribution, the inner step of the bulk pricers. `sign` is
 * +1 for a call, -1 for a put; `logRatio` is ln(forward/strike). Absolute error below 2e-15 of the larger of the two.
 *
 * The out-of-the-money price comes by the textbook formula, with intrinsic value added where the right is the other one.
 * A worthless side is clamped at zero: the table's last digits can leave -1e-17.
 */
export function tabulatedBlack(
  nodes: Float64Array,
  sign: number,
  forward: number,
  strike: number,
  logRatio: number,
  stdDev: number,
): number {
  const intrinsic = Math.max(0, sign * (forward - strike));
  if (strike === 0 || stdDev === 0) return intrinsic;
  const a = Math.abs(logRatio) / stdDev;
  const t = 0.5 * stdDev;
  const lesser = Math.min(forward, strike);
  const greater = Math.max(forward, strike);
  const value = lesser * tabulatedNormalCdf(nodes, t - a) - greater * tabulatedNormalCdf(nodes, -t - a);
  return intrinsic + Math.max(0, value);
}
