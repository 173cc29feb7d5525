/** Why a text is no number: it is written otherwise, it is beyond double precision, or a whole number would be altered. */
export type NumberFault = 'notANumber' | 'outOfRange' | 'losesDigits';

const FORM = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const WHOLE = /^[+-]?\d{16,}$/;

/** Reads a number strictly: `12`, `-2.5`, `.5`, `1e5`; no separators, signs of percent, hexadecimals, NaN or Infinity. */
export function parseNumber(text: string): number | NumberFault {
  if (!FORM.test(text)) return 'notANumber';
  const value = Number(text);
  if (!Number.isFinite(value)) return 'outOfRange';
  if (value === 0 && /[1-9]/.test(text.replace(/[eE].*$/, ''))) return 'outOfRange';
  if (WHOLE.test(text) && isAltered(BigInt(text.replace('+', '')), value)) return 'losesDigits';
  // Blank-ish zeros such as -0 would print as -0 in documents.
  return value === 0 ? 0 : value;
}

/** The shortest digits that name a double are not altered either, though they may not be all of its digits. */
function isAltered(whole: bigint, value: number): boolean {
  return whole !== BigInt(value) && whole.toString() !== String(value);
}
