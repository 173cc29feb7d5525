import { seededRandom } from '../../math/index.js';
import { coordinateAscent } from './coordinate-ascent.js';
import type { ParameterMargin } from './parameter-margin.js';
import { between, changesAt, type Point } from './range-point.js';
import type { ResolvedRange } from './resolved-ranges.js';

/** Every set is looked at up to so many; corners, and the sets of a grid between them, likewise. */
export const [MOST_SETS, MOST_CORNERS, MOST_GRID] = [512, 256, 243];
/** Seeded starts of the ascent beside those that have a reason. */
const RANDOM_STARTS = 2;

/** The highest margin found within ranges, and how it was looked for. */
export interface Worst {
  readonly point: Point;
  readonly margin: number;
  /** Whether every set there is was looked at. */
  readonly isEverySet: boolean;
  readonly corners: number;
  readonly grid: number;
  readonly starts: number;
}

/** Of each range the end that alone makes the margin higher: the upper one where that is all the same. */
export function worseEnds(margin: ParameterMargin, ranges: readonly ResolvedRange[]): number[] {
  return ranges.map(({ place, min, max }) => {
    const at = (value: number): number => margin.under(new Map([[place, value]])) ?? -Infinity;
    return at(min) > at(max) ? min : max;
  });
}

/**
 * The set within the ranges that raises the margin most. Whole numbers that make few sets are all looked at, which proves the
 * answer. Else the corners and a grid between them, where they are few, and a coordinate ascent from the highest of them, from
 * the corner of the ends that are worse alone, from the set in use and from seeded points: a local optimum.
 *
 * @returns null where the rules allow none of the sets
 */
export function worstSet(margin: ParameterMargin, ranges: readonly ResolvedRange[], seed: number): Worst | null {
  const value = (point: Point): number => margin.under(changesAt(ranges, point)) ?? -Infinity;
  const highest = (points: readonly Point[]): Point | null =>
    points.reduce<Point | null>((best, one) => (best === null || value(one) > value(best) ? one : best), null);
  const every = everySet(ranges);
  if (every !== null) {
    const point = highest(every)!;
    const corners = gridOf(ranges, 2).length;
    const found = { ...settled(ranges, point, value), corners, grid: every.length - corners, starts: 0 };
    return Number.isFinite(found.margin) ? { ...found, isEverySet: true } : null;
  }
  const corners = 2 ** ranges.length <= MOST_CORNERS ? gridOf(ranges, 2) : [];
  const grid = 3 ** ranges.length <= MOST_GRID ? gridOf(ranges, 3) : [];
  const enumerated = highest([...corners, ...grid]);
  const starts = distinct([
    ...(enumerated === null ? [] : [enumerated]),
    worseEnds(margin, ranges),
    ranges.map(({ place, min, max }) => Math.min(max, Math.max(min, place.value))),
    ...randomPoints(ranges, seed),
  ]);
  const point = highest(starts.map((start) => coordinateAscent(ranges, start, value)))!;
  const inside = distinct([...corners, ...grid]).length - corners.length;
  const found = { ...settled(ranges, point, value), corners: corners.length, grid: inside, starts: starts.length };
  return Number.isFinite(found.margin) ? { ...found, isEverySet: false } : null;
}

/** A point whose figures that matter nothing there are as the run has them, where its ranges hold those. */
function settled(ranges: readonly ResolvedRange[], found: Point, value: (point: Point) => number) {
  let point = found;
  for (const [k, { place, min, max }] of ranges.entries()) {
    if (place.value < min || place.value > max) continue;
    const back = point.map((x, i) => (i === k ? place.value : x));
    if (value(back) === value(point)) point = back;
  }
  return { point, margin: value(point) };
}

/** All sets there are, where all numbers are whole and the sets few; null otherwise. */
function everySet(ranges: readonly ResolvedRange[]): Point[] | null {
  const steps = ranges.map(({ place, min, max }) => (place.rule.whole || min === max ? max - min + 1 : Infinity));
  if (steps.reduce((product, count) => product * count, 1) > MOST_SETS) return null;
  return product(ranges.map(({ min }, k) => Array.from({ length: steps[k]! }, (_, i) => min + i)));
}

/** A grid of so many points along each range, whole numbers rounded; a range of one figure has one. */
function gridOf(ranges: readonly ResolvedRange[], points: number): Point[] {
  return distinct(
    product(ranges.map((range) => Array.from({ length: points }, (_, i) => between(range, i / (points - 1))))),
  );
}

function product(axes: readonly (readonly number[])[]): Point[] {
  return axes.reduce<Point[]>((points, axis) => points.flatMap((point) => axis.map((x) => [...point, x])), [[]]);
}

function distinct(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.join(), point])).values()];
}

function randomPoints(ranges: readonly ResolvedRange[], seed: number): Point[] {
  const random = seededRandom(seed);
  return Array.from({ length: RANDOM_STARTS }, () => ranges.map((range) => between(range, random.uniform())));
}
