import type { WorstSet } from '../../schema/stress/stress-parameters.js';
import type { ParameterMargin } from './parameter-margin.js';
import { changesAt, type Point } from './range-point.js';
import type { ResolvedRange } from './resolved-ranges.js';
import type { Worst } from './worst-set.js';

/** The worst set as documents tell it: which of its figures matter most, and the set as `--parameters` reads it. */
export function worstSetLine(margin: ParameterMargin, ranges: readonly ResolvedRange[], worst: Worst): WorstSet {
  const { point } = worst;
  const parameters = ranges.map(({ place, min, max }, k) => {
    const alone = margin.under(new Map([[place, point[k]!]]));
    const back = margin.under(changesAt(ranges, withBack(ranges, point, k)));
    return {
      parameter: place.name,
      value: place.value,
      min,
      max,
      worst: point[k]!,
      alone: alone === null ? null : alone - margin.margin,
      matters: back === null ? null : worst.margin - back,
    };
  });
  const effect = ({ matters, alone }: (typeof parameters)[number]): number => Math.abs(matters ?? alone ?? 0);
  return {
    margin: worst.margin,
    increase: worst.margin - margin.margin,
    optimum: worst.isEverySet ? 'all sets' : 'local',
    corners: worst.corners,
    grid: worst.grid,
    starts: worst.starts,
    said: searchWords(worst),
    parameters: parameters.sort((a, b) => effect(b) - effect(a) || (a.parameter < b.parameter ? -1 : 1)),
    set: { values: margin.figures(changesAt(ranges, point)) },
  };
}

/** The point with one figure as the run has it. */
function withBack(ranges: readonly ResolvedRange[], point: Point, k: number): Point {
  return point.map((x, i) => (i === k ? ranges[k]!.place.value : x));
}

/** What was done, and what that proves. */
function searchWords({ isEverySet, corners, grid, starts }: Worst): string {
  if (isEverySet) return `all ${corners + grid} sets there are were looked at: no set within the ranges needs more`;
  const looked = [
    ...(corners > 0 ? [`all ${corners} corners`] : []),
    ...(grid > 0 ? [`${grid} sets of a grid between them`] : []),
    `coordinate ascent from ${starts} starts`,
  ];
  return `${looked.join(', ')}: the highest found, a local optimum; that no other set needs more is not proved`;
}
