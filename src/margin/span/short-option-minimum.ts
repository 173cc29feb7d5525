import { constant, type Formula, max, scale, sparseAffine, sum } from '../../formula/index.js';
import type { CommodityBook } from './span-charges.js';

/**
 * Short option minimum of a commodity, in its currency: rate x options sold x their delta scale, line by line; puts and calls together, or the
 * larger of the two.
 *
 * SOURCE: CME SPAN, short option minimum, methods GROSS and MAX.
 */
export function shortOptionMinimum({ terms, lines }: CommodityBook): Formula {
  const { shortOptionRate, shortOptionMethod } = terms;
  const name = 'short option minimum';
  if (shortOptionRate === 0) return constant(name, 0);
  const sold = (right: 'C' | 'P'): Formula =>
    sum(
      right === 'C' ? 'calls sold' : 'puts sold',
      lines.options
        .filter(({ contract }) => contract.right === right)
        .map((line) =>
          max(line.name, [sparseAffine('sold', [line.column], [-line.contract.deltaScale]), constant('nothing', 0)]),
        ),
    );
  const counted =
    shortOptionMethod === 'gross'
      ? sum('options sold', [sold('P'), sold('C')])
      : max('more of', [sold('P'), sold('C')]);
  return scale(name, shortOptionRate, counted);
}
