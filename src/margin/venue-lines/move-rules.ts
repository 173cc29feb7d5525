import { numberFrom, upTo } from '../figures/index.js';

/** A move of a price either way: one of -1 would leave no price. */
export const MOVE_BOTH_WAYS = upTo(0.99);

/** A move of a price as it is, up or down. */
export const SIGNED_MOVE = numberFrom(-0.99, 100);

/** How volatility moves by tenor; a floor of no days would move it without bound on the day of expiry. */
export const TENOR_RULES = {
  shortTermVegaPower: upTo(10),
  longTermVegaPower: upTo(10),
  minDaysToExpiry: numberFrom(0.001, 36_500),
} as const;
