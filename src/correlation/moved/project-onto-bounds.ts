import { frobeniusDistance } from '../frobenius-distance.js';
import { nearestCorrelation } from '../nearest-correlation.js';
import { positivePart } from '../positive-part.js';
import { shrinkToTarget } from '../shrink-to-target.js';
import type { CorrelationBounds } from './correlation-bounds.js';

/** Rounds, at most: a round of a large matrix takes as long as its cube, and all of them together about a second. */
const [MOST_ROUNDS, FEWEST_ROUNDS, WORK] = [1000, 50, 1e6];
/** An entry may be outside its bounds by so much, which is rounding. */
const SLACK = 1e-7;

/**
 * The correlation matrix inside the bounds that is nearest to a given symmetric matrix: Dykstra's alternating projections
 * onto the box (whose diagonal is 1), the ball and the positive semidefinite cone. What is left outside after the last round,
 * beyond rounding (1e-7), is drawn in on the line to the centre, which is inside all of them: either the correlation matrix until
 * it is inside the bounds, or what is inside the bounds until it is semidefinite, whichever is nearer to what was given. The second
 * keeps pairs that may not move where they are.
 *
 * SOURCE: J. Boyle & R. Dykstra, "A method for finding projections onto the intersection of convex sets in Hilbert spaces",
 * Lecture Notes in Statistics 37 (1986).
 *
 * @param values row-major `n` x `n`
 * @param precision rounds end when a whole one moves the matrix less than this
 */
export function projectOntoBounds(
  values: Float64Array,
  n: number,
  bounds: CorrelationBounds,
  precision = 1e-9,
): Float64Array {
  const sets = [inBox(bounds), inBall(bounds), (point: Float64Array) => positivePart(point, n).values];
  const corrections = sets.map(() => new Float64Array(n * n));
  let current: Float64Array = values;
  const rounds = Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, Math.round(WORK / n ** 3)));
  for (let round = 0; round < rounds; round++) {
    const before = current;
    sets.forEach((project, k) => {
      const shifted = current.map((value, at) => value + corrections[k]![at]!);
      current = project(shifted);
      corrections[k] = shifted.map((value, at) => value - current[at]!);
    });
    if (round > 0 && frobeniusDistance(before, current) < precision) break;
  }
  const nearest = nearestCorrelation(current, n).values;
  const inside = drawnIn(nearest, bounds);
  if (inside === nearest) return inside;
  const shrunk = shrinkToTarget(inBall(bounds)(inBox(bounds)(current)), bounds.centre, n);
  if (shrunk.status === 'targetRefused') return inside;
  return frobeniusDistance(shrunk.values, values) < frobeniusDistance(inside, values) ? shrunk.values : inside;
}

function inBox({ low, high }: CorrelationBounds) {
  return (point: Float64Array): Float64Array =>
    point.map((value, at) => Math.min(high[at]!, Math.max(low[at]!, value)));
}

function inBall({ centre, distance }: CorrelationBounds) {
  return (point: Float64Array): Float64Array => {
    const part = distance / frobeniusDistance(point, centre);
    return part >= 1 || Number.isNaN(part) ? point : point.map((value, at) => between(centre[at]!, value, part));
  };
}

/** The farthest point towards a correlation matrix from the centre that is inside box and ball. */
function drawnIn(point: Float64Array, { centre, low, high, distance }: CorrelationBounds): Float64Array {
  const length = frobeniusDistance(point, centre);
  let part = length > distance + SLACK ? distance / length : 1;
  for (let at = 0; at < point.length; at++) {
    const move = point[at]! - centre[at]!;
    if (point[at]! > high[at]! + SLACK) part = Math.min(part, (high[at]! + SLACK - centre[at]!) / move);
    else if (point[at]! < low[at]! - SLACK) part = Math.min(part, (low[at]! - SLACK - centre[at]!) / move);
  }
  return part === 1 ? point : point.map((value, at) => between(centre[at]!, value, part));
}

const between = (from: number, to: number, part: number): number => from + part * (to - from);
