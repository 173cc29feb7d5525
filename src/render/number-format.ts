/** How numbers are shown to people. Full precision is kept for the machine formats, which do not come here. */

const LARGEST_WRITTEN_OUT = 1e13;

/** Digits after the point as told, thousands separated by commas, no negative zero. */
export function fixed(value: number, digits: number): string {
  if (Math.abs(value) >= LARGEST_WRITTEN_OUT) return value.toExponential(4);
  return separateThousands(value.toFixed(digits));
}

/** An amount: whole units from 100 upwards, cents below, nothing less than half a cent. */
export function money(value: number): string {
  if (Math.abs(value) < 0.005) return '0';
  return fixed(value, Math.abs(value) >= 99.995 ? 0 : 2);
}

/** An amount with its sign, also when positive. */
export function signedMoney(value: number): string {
  return withSign(money(value));
}

/** Significant digits as told, thousands separated; very small and very large figures as powers of ten. */
export function significant(value: number, digits: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= LARGEST_WRITTEN_OUT) return value.toExponential(Math.min(digits, 4) - 1);
  if (size >= 10 ** digits) return fixed(value, 0);
  const text = String(Number(value.toPrecision(digits)));
  return text.includes('e') ? text : separateThousands(text);
}

/** A number of contracts. */
export const quantity = (value: number): string => significant(value, 8);

/** A price in the instrument's own unit. */
export const price = (value: number): string => significant(value, 8);

/** A greek, a shadow price, a limit: five significant digits. */
export const figure = (value: number): string => significant(value, 5);

/** A fraction as a percentage; one that is not zero never reads `0.0%`. */
export function percent(fraction: number): string {
  const size = Math.abs(fraction);
  if (size === 0) return '0.0%';
  if (size < 0.0001) return fraction < 0 ? '-<0.01%' : '<0.01%';
  return `${fixed(fraction * 100, size < 0.001 ? 2 : 1)}%`;
}

/** The gap of a proof as a percentage: what is left of nothing after rounding differs between machines, so that 0 reads as what is next to it. */
export function gapPercent(gap: number): string {
  return gap < 0.0001 ? '<0.01%' : percent(gap);
}

/** A text made by one of the above with `+` in front unless it is zero or negative. */
export function withSign(text: string): string {
  return text.startsWith('-') || /^[0.,]+%?$/.test(text) ? text : `+${text}`;
}

function separateThousands(text: string): string {
  const plain = /^-[0.]+$/.test(text) ? text.slice(1) : text;
  const point = plain.indexOf('.');
  const whole = point < 0 ? plain : plain.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (point < 0 ? '' : plain.slice(point));
}
