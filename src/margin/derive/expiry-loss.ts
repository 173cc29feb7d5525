import { type Affine, absolute, type Formula, max, min, negated } from '../../formula/index.js';
import { type ExpiryLines, expirySum } from './expiry-lines.js';

/** Factors on the shocked value of a whole expiry: `long` where it is worth something, `short` where it is owed. */
export interface StaticDiscounts {
  readonly long: number;
  readonly short: number;
}

/**
 * What an expiry loses when its options go from `before` to `after` (prices per contract): before - discounted after.
 * The discount depends on the sign of the expiry's value. With `long` <= `short` the discounted value is the smaller of
 * the two, the loss therefore a maximum, and convex; otherwise the loss is a `min` node, and not convex.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, getScenarioPnL.
 */
export function discountedLoss(
  name: string,
  expiry: ExpiryLines,
  before: Float64Array,
  after: Float64Array,
  discounts: StaticDiscounts,
): Formula {
  const { long, short } = lossSides(name, expiry, before, after, discounts);
  if (discounts.long === discounts.short) return { ...long, name };
  return discounts.long < discounts.short ? max(name, [long, short]) : min(name, [long, short]);
}

/**
 * |before - discounted after|: every expiry goes its worse way. Not convex where the two discounts differ, because a
 * concave value stands inside the absolute value: the gain is then a `min` node among the children of a `max`.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, getScenarioPnL (skew scenarios).
 */
export function absoluteDiscountedChange(
  name: string,
  expiry: ExpiryLines,
  before: Float64Array,
  after: Float64Array,
  discounts: StaticDiscounts,
): Formula {
  const { long, short } = lossSides(name, expiry, before, after, discounts);
  if (discounts.long === discounts.short) return absolute(name, { ...long, name });
  const gains = [negated(`gain of ${long.name}`, long), negated(`gain of ${short.name}`, short)];
  return discounts.long < discounts.short
    ? max(name, [long, short, min('gain', gains)])
    : max(name, [...gains, min('loss', [long, short])]);
}

function lossSides(
  name: string,
  expiry: ExpiryLines,
  before: Float64Array,
  after: Float64Array,
  discounts: StaticDiscounts,
): { long: Affine; short: Affine } {
  const side = (factor: number): Float64Array => before.map((price, k) => price - factor * after[k]!);
  return {
    long: expirySum(`${name}, worth something`, expiry, side(discounts.long)),
    short: expirySum(`${name}, owed`, expiry, side(discounts.short)),
  };
}
