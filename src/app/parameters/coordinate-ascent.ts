import { between, type Point } from './range-point.js';
import type { ResolvedRange } from './resolved-ranges.js';

/** Passes over all coordinates, at most. */
const MOST_PASSES = 12;
/** Parts of a range that are looked at along a coordinate. */
const PARTS = [0, 1, 0.25, 0.5, 0.75];
/** Halvings of the step around the best of them, where it is not an end. */
const HALVINGS = 10;
/** A margin is higher by more than this part of it. */
const HIGHER = 1e-12;

/**
 * Climbs one coordinate after the other, each to the best of its ends and of some points between, with a finer look around a
 * point between that is best, until no coordinate alone makes the value higher.
 *
 * @param value -Infinity where the rules do not allow a point
 */
export function coordinateAscent(
  ranges: readonly ResolvedRange[],
  start: Point,
  value: (point: Point) => number,
): Point {
  let point = start;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = value(point);
    for (const k of ranges.keys()) point = along(ranges[k]!, k, point, value);
    if (!isHigher(value(point), before)) return point;
  }
  return point;
}

function along(range: ResolvedRange, k: number, start: Point, value: (point: Point) => number): Point {
  let best = start;
  const look = (x: number): boolean => {
    const here = start.map((figure, i) => (i === k ? x : figure));
    const better = isHigher(value(here), value(best));
    if (better) best = here;
    return better;
  };
  for (const part of PARTS) look(between(range, part));
  if (best[k] === range.min || best[k] === range.max || range.place.rule.whole) return best;
  let step = (range.max - range.min) / 8;
  for (let i = 0; i < HALVINGS; i++, step /= 2) {
    const at = best[k]!;
    look(Math.min(range.max, at + step));
    look(Math.max(range.min, at - step));
  }
  return best;
}

function isHigher(value: number, than: number): boolean {
  return value > than + HIGHER * Math.abs(Number.isFinite(than) ? than : 0);
}
