import { numberFrom, upTo } from '../figures/index.js';

/** What the two portfolio margins of Derive have in common. The bounds are generous; they keep every price finite. */
export const DERIVE_FIGURE_RULES = {
  volRangeUp: upTo(100),
  volRangeDown: upTo(100),
  shortTermPower: upTo(10),
  longTermPower: upTo(10),
  // An expiry of no days would move volatility without bound.
  dteFloorDays: numberFrom(0.001, 36_500),
  basisSpotUp: numberFrom(0.01, 100),
  basisSpotDown: numberFrom(0.01, 100),
  basisAddFactor: upTo(100),
  basisMultFactor: upTo(100),
  pegLossThreshold: upTo(100),
  pegLossFactor: upTo(100),
  confidenceThreshold: upTo(10),
  confidenceMargin: upTo(100),
} as const;

/** Factor on the spot in a scenario. */
export const SPOT_SHOCK = numberFrom(0.01, 100);

/** Factor on what an expiry is worth. Never 0: a rate that grows without bound times nothing is no number. */
export const STATIC_DISCOUNT = numberFrom(0.01, 10);
