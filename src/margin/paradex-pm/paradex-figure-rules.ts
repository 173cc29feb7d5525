import { entryOf, type FigureRule, listOf, numberFrom, upTo } from '../figures/index.js';
import { SIGNED_MOVE, TENOR_RULES } from '../venue-lines/move-rules.js';
import type { ParadexScenario, ParadexValues } from './paradex-values.js';

const SCENARIO = entryOf<ParadexScenario>({
  spotShock: SIGNED_MOVE,
  volShock: numberFrom(-100, 100),
  weight: upTo(10),
});

/** What the figures of `paradex-pm` must be. Below half of `hedgedDeltaRate`, a hedge would cost more than none. */
export const PARADEX_FIGURE_RULES: Readonly<Record<keyof ParadexValues, FigureRule>> = {
  ...TENOR_RULES,
  scenarios: listOf(SCENARIO, [1, 100]),
  netDeltaRate: {
    ...upTo(10),
    beside: (rate, values) => {
      const { hedgedDeltaRate } = values as unknown as ParadexValues;
      const isEnough = (rate as number) >= hedgedDeltaRate / 2;
      return isEnough ? null : { at: [], expected: `at least half of hedgedDeltaRate ${hedgedDeltaRate}` };
    },
  },
  hedgedDeltaRate: upTo(10),
  maintenanceFactor: upTo(10),
};
