import type { ScanBlock } from '../scan-scenarios.js';
import type { Scenario } from '../scenario.js';
import type { JointPoint } from './joint-point.js';
import { pointName } from './point-name.js';

/**
 * Joint points as scenarios of their own, in their order: `worst 1: BTC -3.1 %, ETH -4.9 %, vol up`.
 *
 * @param blocks those that the points count from 0
 * @param scanRanges fraction of the level that is one scan range, by underlying
 * @param first the number of the first point
 * @throws RangeError when a point does not fit its block
 */
export function pointScenarios(
  points: readonly JointPoint[],
  blocks: readonly ScanBlock[],
  scanRanges: ReadonlyMap<string, number>,
  first = 1,
): Scenario[] {
  const underlyings = blocks.flatMap((block) => block.names);
  return points.map(({ block: b, z, volatility, weight }, k) => {
    const names = blocks[b]?.names ?? [];
    if (names.length !== z.length) throw new RangeError(`point ${k + first} has ${z.length} moves in block ${b}`);
    const own = Float64Array.from(names, (name, i) => z[i]! * scanRanges.get(name)!);
    const moves = new Float64Array(underlyings.length);
    moves.set(own, underlyings.indexOf(names[0]!));
    return {
      name: `worst ${k + first}: ${pointName(names, own)}, vol ${volatility}`,
      block: b,
      moves,
      volatility,
      weight,
    };
  });
}
