import type { NumericPlace } from '../../margin/index.js';
import type { ResolvedRange } from './resolved-ranges.js';

/** A parameter set within ranges: a figure for each, in their order. */
export type Point = readonly number[];

/** The figure so far along a range, from 0 to 1; a whole number where only those will do. */
export function between({ place, min, max }: ResolvedRange, part: number): number {
  const figure = part === 1 ? max : min + part * (max - min);
  return place.rule.whole ? Math.round(figure) : figure;
}

/** The figures of a point that differ from the set in use. */
export function changesAt(ranges: readonly ResolvedRange[], point: Point): Map<NumericPlace, number> {
  return new Map(
    ranges.map(({ place }, k): [NumericPlace, number] => [place, point[k]!]).filter(([{ value }, x]) => x !== value),
  );
}
