import { admissibleInterval, movedPair } from '../../../correlation/index.js';
import type { StressedPair } from '../../../schema/stress/stress-correlations.js';
import type { MovedMargin } from './moved-margin.js';

/**
 * The margin with each pair's correlation moved by so much either way, the largest rise of the margin first. Where the others
 * do not allow a move, the matrix is repaired to the nearest correlation matrix, and says so.
 *
 * @param moving places in the names of the underlyings whose pairs are moved
 */
export function stressedPairs(
  { names, present, margin }: MovedMargin,
  moving: readonly number[],
  move: number,
  base: number,
): StressedPair[] {
  const n = names.length;
  const moved = (i: number, j: number, to: number): StressedPair['up'] => {
    const { values, correlation, repaired } = movedPair(present, n, [i, j], to);
    const initialMargin = margin(values);
    return { correlation, repaired, initialMargin, marginChange: initialMargin - base };
  };
  const lines: StressedPair[] = [];
  for (const i of moving) {
    for (const j of moving.filter((other) => other > i)) {
      const correlation = present[i * n + j]!;
      lines.push({
        a: names[i]!,
        b: names[j]!,
        correlation,
        ...admissibleInterval(present, n, i, j),
        down: moved(i, j, correlation - move),
        up: moved(i, j, correlation + move),
      });
    }
  }
  return lines.sort((one, other) => largestRise(other) - largestRise(one));
}

function largestRise({ down, up }: StressedPair): number {
  return Math.max(down.marginChange, up.marginChange);
}
