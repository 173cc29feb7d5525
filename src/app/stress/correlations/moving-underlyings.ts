import { evaluate } from '../../../formula/index.js';
import type { PreparedRun } from '../../prepare-run.js';

/** Up to so many underlyings every pair is moved; of more, the pairs among the fewer that matter most. */
const [ALL_UP_TO, MOST] = [10, 8];

/**
 * The underlyings whose pairs are moved one by one, and searched for the worst matrix: all of them, or, where there are so many
 * that their pairs would take minutes, those with the largest margins of their own.
 *
 * @param names that are correlated
 * @returns places in `names`, ascending
 */
export function movingUnderlyings(
  { lines, quantities, requirement }: Pick<PreparedRun, 'lines' | 'quantities' | 'requirement'>,
  names: readonly string[],
): readonly number[] {
  const all = [...names.keys()];
  if (names.length <= ALL_UP_TO) return all;
  const alone = names.map((name) => {
    const own = quantities.map((quantity, j) => (lines[j]!.instrument.underlying === name ? quantity : 0));
    return evaluate(requirement.initial, own);
  });
  return all
    .sort((a, b) => alone[b]! - alone[a]! || a - b)
    .slice(0, MOST)
    .sort((a, b) => a - b);
}
