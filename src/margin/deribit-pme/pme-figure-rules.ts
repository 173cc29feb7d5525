import { type FigureRule, listOf, type NumberRule, numberFrom, tableOf, upTo, wholeFrom } from '../figures/index.js';
import { TENOR_RULES } from '../venue-lines/move-rules.js';
import type { PmeTables } from './pme-tables.js';

/** The weight of an extended move is divided by it, and one of -1 leaves no price. */
const EXTENDED_MOVE: NumberRule = {
  shape: 'number',
  expected: 'a number from -0.99 to -0.001, or from 0.001 to 100',
  holds: (move) => move >= -0.99 && move <= 100 && Math.abs(move) >= 0.001,
};

/** The delta at which the shock is capped is divided by it. */
const SHOCK_PER_COIN: NumberRule = {
  shape: 'number',
  expected: '0, or a number from 0.000000000001 to 10',
  holds: (shock) => shock === 0 || (shock >= 1e-12 && shock <= 10),
};

/** What the figures of `deribit-pme` must be. Amounts of USD go to 1e15. */
export const PME_FIGURE_RULES: Readonly<Record<keyof PmeTables, FigureRule>> = {
  ...TENOR_RULES,
  // The dampener of an extended move is divided by it.
  priceRange: tableOf(numberFrom(0.001, 0.99)),
  bucketsPerSide: wholeFrom(1, 50),
  volRangeUp: tableOf(upTo(100)),
  volRangeDown: upTo(100),
  minVolForShockUp: upTo(100),
  extendedMoves: listOf(EXTENDED_MOVE, [0, 100]),
  extendedTableFactor: upTo(10),
  extendedDampenerUsd: tableOf(upTo(1e15)),
  maxDeltaShock: upTo(10),
  deltaTotalLiqShockThreshold: upTo(1e15),
  mInc: tableOf(SHOCK_PER_COIN),
  minAnnualisedMove: tableOf(upTo(10)),
  // It stands in an exponent, times years.
  annualisedMoveRisk: tableOf(upTo(1)),
  pnlOffset: tableOf(upTo(1)),
  maxOffsetablePnl: tableOf(upTo(1e15)),
  mmFactor: upTo(10),
};
