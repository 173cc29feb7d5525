/**
 * A strike as venues write it: no sign, no leading zeros, no trailing zeros behind the point. Nine digits before the
 * point and six behind are fifteen in all, which a double holds exactly enough to be written back unchanged.
 */
export const STRIKE_PATTERN = '(?:0|[1-9]\\d{0,8})(?:\\.\\d{0,5}[1-9])?';

/** The same with another mark for the decimal point (Deribit writes `0d54` for 0.54). */
export function strikePatternWith(mark: string): string {
  return STRIKE_PATTERN.replace('\\.', mark);
}

/** The strike, or null when it is zero. `text` matches the pattern made for the same `mark`. */
export function readStrike(text: string, mark = '.'): number | null {
  const strike = Number(text.replace(mark, '.'));
  return strike > 0 ? strike : null;
}

/** The strike in the venue's way of writing; a strike too fine for six decimals is rounded, so the reader must compare. */
export function writeStrike(strike: number, mark = '.'): string {
  return strike
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace('.', mark);
}
