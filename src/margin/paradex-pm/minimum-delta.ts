import { absolute, type Formula, scale, sum } from '../../formula/index.js';
import { columnSum, grossAmount, type VenueLine, venueGreeks, yearsToExpiry } from '../venue-lines/index.js';
import type { ParadexValues } from './paradex-values.js';
import type { ParadexBook } from './scan-risk.js';

/** The minimum delta requirement and the deltas it is made of, in units of the underlying. */
export interface MinimumDelta {
  readonly requirement: Formula;
  readonly netDelta: Formula;
  readonly grossDelta: Formula;
}

/**
 * (netRate |net delta| + hedgedRate x hedged delta) x spot, hedged = (gross - |net|) / 2; gross is the sum of |delta| of
 * each line. Written as (netRate - hedgedRate / 2) |net| + hedgedRate / 2 x gross, which is convex.
 *
 * SOURCE: docs.paradex.trade/risk/portfolio-margin, minimum delta requirement.
 * @throws RangeError when the hedged rate is above twice the net rate: a hedge would then cost more than none
 */
export function minimumDelta(book: ParadexBook, values: ParadexValues): MinimumDelta {
  const { underlying, spot, asOfMs, lines, columns } = book;
  const { netDeltaRate, hedgedDeltaRate } = values;
  if (!(netDeltaRate >= hedgedDeltaRate / 2)) {
    throw new RangeError(`net delta rate ${netDeltaRate} is below half the hedged rate ${hedgedDeltaRate}`);
  }
  const delta = (line: VenueLine): number => venueGreeks(line, yearsToExpiry(line, asOfMs)).delta;
  const netDelta = columnSum(`${underlying} net delta`, lines, columns, delta);
  const grossDelta = grossAmount(`${underlying} gross delta`, lines, columns, delta);
  const requirement = sum(`${underlying} MinDelta`, [
    scale('net', spot * (netDeltaRate - hedgedDeltaRate / 2), absolute('|net delta|', netDelta)),
    scale('gross', (spot * hedgedDeltaRate) / 2, grossDelta),
  ]);
  return { requirement, netDelta, grossDelta };
}
