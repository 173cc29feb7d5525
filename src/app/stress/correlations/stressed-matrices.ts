import { alignedCorrelation, brokenBlocks, correlationGroups, frobeniusDistance } from '../../../correlation/index.js';
import type { StressedMatrix } from '../../../schema/stress/stress-correlations.js';
import type { MovedMargin } from './moved-margin.js';

/**
 * The margin with every correlation at one, at nothing, and with each block of underlyings parting from all others.
 *
 * @param blocks by name, as asked for; none means the groups that move together by the present matrix
 * @param base margin by the present matrix
 */
export function stressedMatrices(
  { names, present, margin }: MovedMargin,
  blocks: readonly (readonly string[])[],
  base: number,
): StressedMatrix[] {
  const n = names.length;
  const line = (name: string, kind: StressedMatrix['kind'], underlyings: readonly string[], values: Float64Array) => {
    const initialMargin = margin(values);
    const distance = frobeniusDistance(values, present);
    const marginChange = initialMargin - base;
    return { name, kind, underlyings: [...underlyings], distance, initialMargin, marginChange };
  };
  const nothing = new Set(names.keys());
  const apart = [...nothing].reduce((values, i) => brokenBlocks(values, n, new Set([i])), present);
  return [
    line('all to one', 'one', [], alignedCorrelation(present, n)),
    line('all to zero', 'zero', [], apart),
    ...brokenOff(names, present, blocks).map((block) => {
      const values = brokenBlocks(present, n, new Set(block.map((name) => names.indexOf(name))));
      return line(`${block.join(', ')} against the others`, 'block', block, values);
    }),
  ];
}

/** The blocks to break: of two that are everything, one, for the other breaks with it; of two underlyings, none but zero. */
function brokenOff(
  names: readonly string[],
  present: Float64Array,
  asked: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  if (asked.length > 0) return asked;
  if (names.length < 3) return [];
  const groups = correlationGroups(present, names.length).map((group) => group.map((i) => names[i]!));
  return groups.length === 2 ? groups.slice(1) : groups;
}
