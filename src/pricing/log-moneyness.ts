/**
 * ln(forward / strike), for positive forward and strike, with full relative accuracy also when the two are nearly equal
 * (where the logarithm of their rounded quotient would keep few digits, and a deep out-of-the-money price of an option
 * with an hour to live hangs on them).
 */
export function logMoneyness(forward: number, strike: number): number {
  const excess = forward - strike;
  return Math.abs(excess) < 0.25 * strike ? Math.log1p(excess / strike) : Math.log(forward / strike);
}
