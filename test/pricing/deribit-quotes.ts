import type { OptionRight } from '../../src/domain/index.js';

/** One ticker of a coin-settled BTC option as the venue published it. */
export interface DeribitQuote {
  readonly right: OptionRight;
  readonly strike: number;
  /** From the ticker's own time to 08:00 UTC of the expiry, in years of 365 days. */
  readonly ttmYears: number;
  /** Dollars per coin, of the option's expiry. */
  readonly underlyingPrice: number;
  /** Coin, rounded to 1e-4. */
  readonly mark: number;
  /** Percent, rounded to 0.01. */
  readonly markIv: number;
  readonly delta: number;
  /** Dollars per volatility point, and per day. */
  readonly vega: number;
  readonly theta: number;
}

type Row = [name: string, at: string, F: number, mark: number, iv: number, delta: number, vega: number, theta: number];

/**
 * Rows of Deribit's public ticker of 2026-06-27, from the snapshot of github kalam360/f405-options-bot (MIT licence). The
 * venue's figures come from unrounded inputs, so they agree to their own rounding only.
 */
const ROWS: readonly Row[] = [
  ['2026-07-03 56000 P', '09:25:22.739', 60276.59, 0.0043, 51.85, -0.12599, 15.91765, -69.4621],
  ['2026-07-03 60000 C', '09:25:15.689', 60277.25, 0.0236, 41.83, 0.54501, 30.48382, -107.3095],
  ['2026-07-31 70000 C', '09:25:55.970', 60390.98, 0.006, 38.01, 0.11201, 35.07923, -19.64339],
  ['2026-09-25 40000 P', '09:26:19.131', 60750.16, 0.0095, 61.28, -0.06351, 37.55464, -12.79297],
  ['2026-09-25 60000 C', '09:25:58.991', 60744.69, 0.0897, 42.44, 0.56509, 118.69067, -28.0042],
  ['2026-09-25 70000 P', '09:26:12.082', 60749.48, 0.18, 38.79, -0.73883, 98.04135, -21.1436],
  ['2026-12-25 80000 C', '09:26:36.259', 61368.86, 0.0327, 41.42, 0.22264, 128.81377, -14.74377],
  ['2027-03-26 50000 P', '09:26:49.353', 62005.92, 0.0723, 48.65, -0.235, 164.47124, -14.71098],
  ['2027-03-26 60000 C', '09:26:40.287', 62004.84, 0.1689, 45.21, 0.61001, 205.34289, -17.07071],
];

export const DERIBIT_QUOTES: readonly DeribitQuote[] = ROWS.map(([name, at, F, mark, iv, delta, vega, theta]) => {
  const [expiry, strike, right] = name.split(' ') as [string, string, OptionRight];
  const life = Date.parse(`${expiry}T08:00:00Z`) - Date.parse(`2026-06-27T${at}Z`);
  return {
    right,
    strike: Number(strike),
    ttmYears: life / (365 * 86_400_000),
    underlyingPrice: F,
    mark,
    markIv: iv,
    delta,
    vega,
    theta,
  };
});
