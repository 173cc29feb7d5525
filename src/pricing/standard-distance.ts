import { logMoneyness } from './log-moneyness.js';

/** The d1 and d2 of Black's formula. */
export interface StandardDistance {
  readonly d1: number;
  readonly d2: number;
}

/**
 * (ln(forward/strike) +- stdDev^2/2) / stdDev, for non-negative arguments. Without deviation, and where one of forward
 * and strike is zero, both are infinite: the option is decided. Equal to the last digit, it is on neither side and
 * both are 0, the limit of a vanishing deviation (N(0) is one half).
 */
export function standardDistance(forward: number, strike: number, stdDev: number): StandardDistance {
  if (forward === strike) return { d1: 0.5 * stdDev, d2: -0.5 * stdDev };
  const distance = logMoneyness(forward, strike) / stdDev;
  return { d1: distance + 0.5 * stdDev, d2: distance - 0.5 * stdDev };
}
