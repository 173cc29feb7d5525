import { entryOf, type FigureRule, listOf, type Misfit, rising, text, upTo, ZERO_OR_ONE } from '../figures/index.js';
import { MOVE_BOTH_WAYS } from '../venue-lines/move-rules.js';
import type { ChargeTier, OkxCoinClass, OkxValues, OkxVolatilityRow } from './okx-values.js';

const COIN_CLASS = entryOf<OkxCoinClass>({
  name: text(100),
  coins: listOf(text(100), [0, 1000]),
  priceMoves: listOf(MOVE_BOTH_WAYS, [1, 100]),
  extremeMove: MOVE_BOTH_WAYS,
  basisMin: upTo(10),
  basisPerYear: upTo(10),
  minimumChargeRate: upTo(10),
});

/** Every coin must have one class: a coin is named once, and one class without coins takes the rest. */
function classesOverlap(classes: readonly OkxCoinClass[]): Misfit | null {
  const seen = new Set<string>();
  let hasRest = false;
  for (const [k, { coins }] of classes.entries()) {
    if (coins.length === 0 && hasRest) return { at: [k, 'coins'], expected: 'coins: another class takes the rest' };
    hasRest ||= coins.length === 0;
    for (const [c, coin] of coins.entries()) {
      if (seen.has(coin)) return { at: [k, 'coins', c], expected: 'a coin that no class has named before' };
      seen.add(coin);
    }
  }
  return hasRest ? null : { at: [classes.length - 1, 'coins'], expected: 'no coins: one class must take the rest' };
}

const VOLATILITY_ROW = entryOf<OkxVolatilityRow>({ fromDays: upTo(36_500), points: upTo(100), percent: upTo(100) });

const TIER = entryOf<ChargeTier>({ fromUsd: upTo(1e15), multiplier: upTo(1000) });

/** Multipliers that fall would make the charge concave, and no largest of straight pieces. */
function tiersRise(tiers: readonly ChargeTier[]): Misfit | null {
  if (tiers[0]!.fromUsd !== 0) return { at: [0, 'fromUsd'], expected: '0: the first tier starts there' };
  return rising(tiers, 'fromUsd') ?? rising(tiers, 'multiplier', 'may repeat');
}

/** What the figures of `okx-pm` must be. */
export const OKX_FIGURE_RULES: Readonly<Record<keyof OkxValues, FigureRule>> = {
  coinClasses: listOf(COIN_CLASS, [1, 100], classesOverlap),
  volatilityTable: listOf(VOLATILITY_ROW, [0, 100], (rows: readonly OkxVolatilityRow[]) => rising(rows, 'fromDays')),
  extremeFactor: upTo(10),
  chargeTiers: listOf(TIER, [1, 100], tiersRise),
  spotInBasis: ZERO_OR_ONE,
  thetaHours: upTo(876_000),
  thetaCharge: upTo(10),
  vegaTermCharge: upTo(100),
  rateMove: upTo(10),
  initialFactor: upTo(10),
};
