const SECONDS_PER_DAY = 86_400;
const DAYS_PER_YEAR = 365;

/** Seconds to expiry in years of 365 days; an option past its expiry has no time left. */
export function yearFraction(secondsToExpiry: number): number {
  return Math.max(0, secondsToExpiry) / (DAYS_PER_YEAR * SECONDS_PER_DAY);
}
