import { constant, type Formula, max, scale, sum } from '../../formula/index.js';
import { grossAmount } from '../venue-lines/index.js';
import type { ChargeTier, OkxValues } from './okx-values.js';
import { deltaUsdOf, derivativeColumns, type UnitBook } from './unit-book.js';

/**
 * MR7 before its tiers: rate x sum over derivatives of |USD delta|. Contracts do not net, since each costs to close; the
 * published example has one contract a unit and does not tell.
 */
export function rawMinimumCharge(book: UnitBook): Formula {
  const { unit, coinClass, lines } = book;
  const gross = grossAmount('gross delta', lines, derivativeColumns(book), (line) => deltaUsdOf(line, book));
  return scale(`${unit.underlying} raw minimum charge`, coinClass.minimumChargeRate, gross);
}

/** MR7: the raw charge by its tiers. */
export function minimumCharge(book: UnitBook, { chargeTiers }: OkxValues): Formula {
  return progressiveCharge(`${book.unit.underlying} MR7`, rawMinimumCharge(book), chargeTiers);
}

/**
 * A charge of which every part above a tier's start counts that tier's multiple, like an income tax: 30,000 with x1 up to
 * 10,000 and x2 above is 50,000. Multipliers that rise make it the largest of its straight pieces, and convex.
 *
 * SOURCE: OKX announcement of 2021-12 (scale factor of MR7).
 * @throws RangeError when the first tier does not start at 0, or starts or multipliers do not rise
 */
export function progressiveCharge(name: string, raw: Formula, tiers: readonly ChargeTier[]): Formula {
  if (tiers[0]?.fromUsd !== 0) throw new RangeError(`the first tier of '${name}' does not start at 0`);
  let offset = 0;
  const pieces = tiers.map(({ fromUsd, multiplier }, k) => {
    const before = tiers[k - 1];
    if (before !== undefined) {
      if (!(fromUsd > before.fromUsd && multiplier >= before.multiplier)) {
        throw new RangeError(`tier ${k + 1} of '${name}' does not rise`);
      }
      offset -= (multiplier - before.multiplier) * fromUsd;
    }
    const scaled = scale(`x ${multiplier}`, multiplier, raw);
    return offset === 0 ? scaled : sum(`tier ${k + 1}`, [scaled, constant('less', offset)]);
  });
  return pieces.length === 1 ? pieces[0]! : max(name, pieces);
}
