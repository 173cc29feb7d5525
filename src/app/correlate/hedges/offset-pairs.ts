import { CORRELATION_TOLERANCE, nearestWithFixed } from '../../../correlation/index.js';
import { symmetricEigen } from '../../../math/symmetric-eigen.js';
import type { OffsetPair } from '../../../schema/correlate/correlate-hedges.js';
import type { MovedMargin } from '../../stress/correlations/moved-margin.js';
import type { MaskedMargins } from './masked-margins.js';

/** So many pairs have their correlation taken away in turn: each takes the whole book's scenarios anew. */
const MOST_PAIRS = 50;

/**
 * The pairs of underlyings of a book by what they save each other in margin: the two margined apart and in one book, and
 * the whole book with the pair's correlation at zero (the others as near to what they are as that permits).
 *
 * @param moved null where no two underlyings move together; then no pair has a correlation to lose
 */
export function offsetPairs(
  margins: MaskedMargins,
  moved: MovedMargin | null,
): { readonly pairs: readonly OffsetPair[]; readonly omitted: number } {
  const { underlyings } = margins;
  const whole = margins.of(underlyings);
  const all = underlyings.flatMap((a, i) =>
    underlyings.slice(i + 1).map((b) => {
      const apart = margins.apart([a, b]);
      const together = margins.of([a, b]);
      return { a, b, apart, together, offset: apart - together };
    }),
  );
  all.sort((one, other) => other.offset - one.offset);
  const pairs = all.slice(0, MOST_PAIRS).map((pair) => {
    const slots = [pair.a, pair.b].map((name) => moved?.names.indexOf(name) ?? -1);
    const [i, j] = [slots[0]!, slots[1]!];
    const alone = { ...pair, correlation: 0, withoutIt: whole, worth: 0, others: false };
    if (moved === null || i === -1 || j === -1) return alone;
    const n = moved.names.length;
    const correlation = moved.present[i * n + j]!;
    if (correlation === 0) return alone;
    const { values, others } = withoutPair(moved.present, n, i, j);
    const withoutIt = moved.margin(values);
    return { ...pair, correlation, withoutIt, worth: withoutIt - whole, others };
  });
  return { pairs, omitted: all.length - pairs.length };
}

/** The matrix with one correlation at zero, the others as they are, or as near to that as leaves a correlation matrix. */
function withoutPair(
  present: Float64Array,
  n: number,
  i: number,
  j: number,
): { readonly values: Float64Array; readonly others: boolean } {
  const values = present.slice();
  values[i * n + j] = values[j * n + i] = 0;
  if (symmetricEigen(values, n).values[0]! >= -CORRELATION_TOLERANCE) return { values, others: false };
  const nearest = nearestWithFixed(values, n, [{ i, j }]);
  // A pair at zero is a block of the identity, which some correlation matrix always has.
  if (nearest.status !== 'found') throw new Error(`no correlation matrix with a pair at zero: ${nearest.status}`);
  return { values: nearest.values, others: true };
}
