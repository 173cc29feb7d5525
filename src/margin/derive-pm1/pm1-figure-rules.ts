import { DERIVE_FIGURE_RULES, SPOT_SHOCK, STATIC_DISCOUNT } from '../derive/derive-figure-rules.js';
import { entryOf, type FigureRule, listOf, oneOf, upTo } from '../figures/index.js';
import type { Pm1Scenario, Pm1Values } from './pm1-values.js';

const SCENARIO = entryOf<Pm1Scenario>({ spotShock: SPOT_SHOCK, volatility: oneOf(['up', 'down', 'none']) });

/** What the figures of `derive-pm1` must be. */
export const DERIVE_PM1_FIGURE_RULES: Readonly<Record<keyof Pm1Values, FigureRule>> = {
  ...DERIVE_FIGURE_RULES,
  scenarios: listOf(SCENARIO, [1, 100]),
  initialFactor: upTo(10),
  baseStaticDiscount: STATIC_DISCOUNT,
  rateMultiplier: upTo(100),
  rateAdd: upTo(10),
  baseRate: upTo(10),
  perpRate: upTo(10),
  optionRate: upTo(10),
};
