import type { HedgeCollateralLine } from '../../schema/hedge-collateral.js';
import { type CollateralCost, costOfMargin } from './hedge-collateral-cost.js';

const DAYS_PER_YEAR = 365;
/** A margin may be beyond the capacity by this part of it: what a limit may be broken by. */
const ROUNDING = 1e-6;

/**
 * The collateral as documents tell it; nothing where none was asked for.
 *
 * @param before the margin that is made small, of the book as it is
 * @param after of the book after the trades; null where no book was found
 */
export function hedgeCollateralLine(
  cost: CollateralCost | null,
  before: number,
  after: number | null,
): { readonly collateral?: HedgeCollateralLine } {
  if (cost === null) return {};
  const { venue, horizonDays, curve } = cost;
  const told = (margin: number | null): number | null =>
    margin === null || margin > curve.capacity * (1 + ROUNDING) ? null : costOfMargin(cost, margin);
  return {
    collateral: {
      venue,
      horizonDays,
      costBefore: told(before),
      costAfter: told(after),
      capacity: curve.capacity,
      slopes: curve.pieces.map(({ from, to, slope }) => ({ from, to, perUnit: slope })),
      postingsAfter: after === null ? [] : postingLines(cost, after),
    },
  };
}

function postingLines(
  { problem, curve, horizonDays }: CollateralCost,
  margin: number,
): HedgeCollateralLine['postingsAfter'] {
  return curve
    .postingsAt(Math.max(0, margin))
    .map((posting) => {
      const { asset, price, terms } = problem.assets[posting.asset]!;
      const { haircut, fundingCost } = terms.find(({ venue }) => venue === posting.venue)!;
      const value = posting.amount * price;
      const cost = (value * fundingCost * horizonDays) / DAYS_PER_YEAR;
      return { asset, amount: posting.amount, value, counted: value * (1 - haircut), cost };
    })
    .sort((a, b) => b.counted - a.counted);
}
