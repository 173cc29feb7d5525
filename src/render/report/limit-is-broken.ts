import type { LimitLine } from '../../schema/index.js';

const ROUNDING = 1e-7;

/** Whether the figure after the trades lies outside the limit, as far as it was relaxed, by more than rounding. */
export function limitIsBroken(line: LimitLine): boolean {
  const slack = line.relaxedBy + ROUNDING * Math.max(1, Math.abs(line.value), Math.abs(line.before));
  return (line.min !== null && line.value < line.min - slack) || (line.max !== null && line.value > line.max + slack);
}
