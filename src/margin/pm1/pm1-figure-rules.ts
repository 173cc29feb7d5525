import { type FigureRule, listOf, oneOf, upTo, wholeFrom, ZERO_OR_ONE } from '../figures/index.js';
import { MOVE_BOTH_WAYS, TENOR_RULES } from '../venue-lines/move-rules.js';
import type { Pm1Values } from './pm1-values.js';

/** What the figures of `pm1` must be. */
export const PM1_FIGURE_RULES: Readonly<Record<keyof Pm1Values, FigureRule>> = {
  ...TENOR_RULES,
  money: oneOf(['coin', 'quote']),
  priceRange: MOVE_BOTH_WAYS,
  stepsPerSide: wholeFrom(1, 50),
  volatilityUnit: oneOf(['relative', 'points']),
  volRangeUp: upTo(100),
  volRangeDown: upTo(100),
  optionContingency: oneOf(['all', 'net short per strike']),
  optionContingencyRate: upTo(10),
  futuresContingency: oneOf(['offsetting', 'gross']),
  futuresContingencyRate: upTo(10),
  vegaContingencyRate: upTo(10),
  extremeMoves: listOf(MOVE_BOTH_WAYS, [0, 50]),
  extremeCover: upTo(10),
  extremeVolatility: oneOf(['up', 'none', 'down']),
  initialFactor: upTo(10),
  verifiedDeltaOne: ZERO_OR_ONE,
};
