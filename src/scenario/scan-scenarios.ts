import { type DirectionSettings, jointDirections } from './joint-directions.js';
import type { Scenario, ScenarioSet, VolatilityMove } from './scenario.js';

/** Underlyings that move together, with their correlations. */
export interface ScanBlock {
  readonly names: readonly string[];
  /** Row-major, as wide as `names`. */
  readonly correlation: Float64Array;
}

export interface ScanSettings extends DirectionSettings {
  /** Steps of a direction up to one full scan range. */
  readonly radii: number;
  /** Moves beyond the scan range, in scan ranges, volatility up. */
  readonly tailRadii: readonly number[];
  /** Part of a tail's loss that is charged. */
  readonly tailCover: number;
}

const VOLATILITIES: readonly VolatilityMove[] = ['up', 'none', 'down'];

/**
 * The joint scenarios of the house model: per block, the unchanged point, every direction at each radius with volatility
 * up, none and down, and the tails. Names look like `down 2/3: BTC ladder, vol up`.
 *
 * @param scanRanges fraction of the level that is one scan range, by underlying
 * @throws RangeError when an underlying has no scan range
 */
export function scanScenarios(
  blocks: readonly ScanBlock[],
  scanRanges: ReadonlyMap<string, number>,
  settings: ScanSettings,
): ScenarioSet {
  const underlyings = blocks.flatMap((block) => block.names);
  const scenarios: Scenario[] = [];
  blocks.forEach((block, b) => {
    const suffix = blocks.length > 1 ? ` (${block.names.join(', ')})` : '';
    const offset = underlyings.indexOf(block.names[0]!);
    const ranges = block.names.map((name) => rangeOf(name, scanRanges));
    const add = (
      name: string,
      z: Float64Array | null,
      radius: number,
      volatility: VolatilityMove,
      weight: number,
    ): void => {
      const moves = new Float64Array(underlyings.length);
      z?.forEach((value, i) => {
        moves[offset + i] = value * radius * ranges[i]!;
      });
      scenarios.push({ name: `${name}, vol ${volatility}`, block: b, moves, volatility, weight });
    };
    for (const volatility of VOLATILITIES) add(`unchanged${suffix}`, null, 0, volatility, 1);
    for (const direction of jointDirections(block.names, block.correlation, settings)) {
      for (const [word, sign] of [
        ['down', -1],
        ['up', 1],
      ] as const) {
        const z = direction.z.map((value) => sign * value);
        for (let step = 1; step <= settings.radii; step++) {
          const name = `${word} ${step}/${settings.radii}: ${direction.name}`;
          for (const volatility of VOLATILITIES) add(name, z, step / settings.radii, volatility, 1);
        }
        for (const radius of settings.tailRadii) {
          add(`${word} ${radius}x: ${direction.name}`, z, radius, 'up', settings.tailCover);
        }
      }
    }
  });
  return { underlyings, blocks: blocks.map((block) => block.names), scenarios };
}

function rangeOf(name: string, scanRanges: ReadonlyMap<string, number>): number {
  const range = scanRanges.get(name);
  if (range === undefined) throw new RangeError(`'${name}' has no scan range`);
  return range;
}
