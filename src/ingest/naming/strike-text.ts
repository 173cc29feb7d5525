/**
 * A strike as venues write it, as regular-expression source: no sign, no leading zeros, no trailing zeros behind the
 * point. Nine digits before the point and six behind are fifteen in all, which a double writes back unchanged.
 */
export const STRIKE_PATTERN = '(?:0|[1-9]\\d{0,8})(?:\\.\\d{0,5}[1-9])?';

/** The strike, or null when it is zero. `text` is in the form of the pattern, with `mark` for the decimal point. */
export function readStrike(text: string, mark: string): number | null {
  const strike = Number(text.replace(mark, '.'));
  return strike > 0 ? strike : null;
}

/** The strike with `mark` for the decimal point; a strike finer than six decimals is rounded, so the caller compares. */
export function writeStrike(strike: number, mark: string): string {
  return String(Number(strike.toFixed(6))).replace('.', mark);
}
