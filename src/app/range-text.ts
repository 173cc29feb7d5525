import type { LimitBound } from '../domain/index.js';

/** `-2..5`, an open end left blank: how limits are written. Figures to seven digits. */
export function rangeText({ min, max }: { readonly min: number; readonly max: number }): string {
  return `${figureText(min)}..${figureText(max)}`;
}

/** One end as its owner wrote it: `90%` or `12.5`. */
export function boundText({ value, relative }: LimitBound): string {
  return relative ? `${figureText(100 * value)}%` : figureText(value);
}

function figureText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(7))) : '';
}
