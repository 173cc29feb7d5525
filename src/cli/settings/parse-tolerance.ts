import type { Tolerance } from '../../app/tolerance.js';

const FORM = /^(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** `0.01` is an amount of money, `0.01%` a part of the reported figure; null for anything else, negative ones included. */
export function parseTolerance(text: string): Tolerance | null {
  const trimmed = text.trim();
  const relative = trimmed.endsWith('%');
  const digits = relative ? trimmed.slice(0, -1).trimEnd() : trimmed;
  const amount = FORM.test(digits) ? Number(digits.replaceAll('_', '')) : Number.NaN;
  return Number.isFinite(amount) ? { amount: relative ? amount / 100 : amount, relative } : null;
}
