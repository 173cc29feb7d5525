import type { StaticDiscounts } from '../derive/expiry-loss.js';

export interface StaticDiscountValues {
  readonly longBaseDiscount: number;
  readonly longRateMultiplier: number;
  readonly longRateAdd: number;
  readonly shortBaseDiscount: number;
  readonly shortRateMultiplier: number;
  readonly shortRateAdd: number;
}

/**
 * The haircuts on an expiry's shocked value: what is owned counts for less, what is owed for more, but no more than undoes
 * the discount of its price.
 *
 * @param rate not negative; @param discount of the expiry, exp(-rate x years)
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, _addStaticDiscount.
 */
export function staticDiscounts(
  rate: number,
  years: number,
  discount: number,
  values: StaticDiscountValues,
): StaticDiscounts {
  const longRate = rate * values.longRateMultiplier + values.longRateAdd;
  const shortRate = rate * values.shortRateMultiplier + values.shortRateAdd;
  return {
    long: values.longBaseDiscount * Math.exp(-years * longRate),
    short: Math.min(1 / discount, values.shortBaseDiscount * Math.exp(years * shortRate)),
  };
}
