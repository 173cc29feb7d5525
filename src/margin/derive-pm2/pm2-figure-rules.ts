import { DERIVE_FIGURE_RULES, SPOT_SHOCK, STATIC_DISCOUNT } from '../derive/derive-figure-rules.js';
import { entryOf, type FigureRule, listOf, type Misfit, numberFrom, oneOf, upTo } from '../figures/index.js';
import { collateralRules } from './collateral-rules.js';
import type { Pm2ModelValues, Pm2Scenario } from './pm2-values.js';

/** As many as the venue's contract takes. */
const MOST_SCENARIOS = 40;

const isSkew = ({ volatility }: Pm2Scenario): boolean => volatility === 'linear' || volatility === 'abs';

const SCENARIO = entryOf<Pm2Scenario>(
  {
    spotShock: SPOT_SHOCK,
    volatility: oneOf(['up', 'down', 'none', 'linear', 'abs']),
    dampening: upTo(10),
  },
  (scenario) =>
    isSkew(scenario) && scenario.spotShock !== 1 ? { at: ['spotShock'], expected: '1 in a skew scenario' } : null,
);

/** The venue has one scenario of each skew. */
function repeatedSkew(scenarios: readonly Pm2Scenario[]): Misfit | null {
  const k = scenarios.findIndex(
    (one, here) => isSkew(one) && scenarios.slice(0, here).some(({ volatility }) => volatility === one.volatility),
  );
  return k < 0 ? null : { at: [k, 'volatility'], expected: 'a skew only once' };
}

/**
 * What the figures of `derive-pm2` must be. Slopes of the skew caps and `volParamScale` may be negative; `minKStar` may not be
 * 0, by which a tilt at the expiry would be divided.
 */
export const PM2_FIGURE_RULES: Readonly<Record<keyof Pm2ModelValues, FigureRule>> = {
  ...DERIVE_FIGURE_RULES,
  scenarios: listOf(SCENARIO, [1, MOST_SCENARIOS], repeatedSkew),
  initialLossFactor: upTo(10),
  maintenanceLossFactor: upTo(10),
  longBaseDiscount: STATIC_DISCOUNT,
  longRateMultiplier: upTo(100),
  longRateAdd: upTo(10),
  shortBaseDiscount: STATIC_DISCOUNT,
  shortRateMultiplier: upTo(100),
  shortRateAdd: upTo(10),
  minVolUpShock: upTo(100),
  linearCapBase: upTo(100),
  linearCapSlope: numberFrom(-100, 100),
  absCapBase: upTo(100),
  absCapSlope: numberFrom(-100, 100),
  minKStar: numberFrom(0.000001, 100),
  widthScale: upTo(100),
  volParamStatic: upTo(100),
  volParamScale: numberFrom(-100, 100),
  perpMaintenanceRate: upTo(10),
  perpInitialRate: upTo(10),
  optionMaintenanceRate: upTo(10),
  optionInitialRate: upTo(10),
  ...collateralRules(),
};
