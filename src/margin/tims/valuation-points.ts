import type { TimsClass } from './grouping.js';

/**
 * Moves of a class group at its valuation points, as fractions: the points down, the farthest first, then the points up,
 * the nearest first. Ten with five a side; the unchanged price is none of them.
 *
 * SOURCE: SEC release 34-46576 (ten equidistant valuation points, five down and five up).
 */
export function valuationPoints({ down, up }: Pick<TimsClass, 'down' | 'up'>, perSide: number): Float64Array {
  return Float64Array.from({ length: 2 * perSide }, (_, k) =>
    k < perSide ? (-down * (perSide - k)) / perSide : (up * (k - perSide + 1)) / perSide,
  );
}

/** What the k-th point is called where several class groups with ranges of their own meet: `down 5/5`, `up 1/5`. */
export function pointName(k: number, perSide: number): string {
  return k < perSide ? `down ${perSide - k}/${perSide}` : `up ${k - perSide + 1}/${perSide}`;
}
