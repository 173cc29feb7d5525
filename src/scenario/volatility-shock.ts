import type { VolatilityMove } from './scenario.js';

/** A relative volatility move that is larger for short tenors; every figure is a model parameter. */
export interface VolatilityShock {
  readonly rangeUp: number;
  readonly rangeDown: number;
  /** Tenor at which the range holds, in days. */
  readonly referenceDays: number;
  readonly shortTermPower: number;
  readonly longTermPower: number;
  /** Tenors below this count as this many days. */
  readonly minDays: number;
  /** Annual volatility below which a shocked volatility does not fall. */
  readonly minVolatility: number;
}

/** The shock of scenarios in which no volatility moves. */
export const STILL_VOLATILITY: VolatilityShock = {
  rangeUp: 0,
  rangeDown: 0,
  referenceDays: 30,
  shortTermPower: 0,
  longTermPower: 0,
  minDays: 1,
  minVolatility: 0,
};

/**
 * Volatility after a move: iv x (1 + range x (referenceDays / max(T, minDays))^p), p by tenor, then floored.
 * A volatility already below the floor is not lifted by a downward move, so that `none` always means no change.
 * Source: the house model `scan` (docs/models.md); the tenor power is the form Deribit and OKX publish.
 */
export function shockedVolatility(iv: number, days: number, move: VolatilityMove, shock: VolatilityShock): number {
  if (move === 'none') return iv;
  const power = days < shock.referenceDays ? shock.shortTermPower : shock.longTermPower;
  const tenor = (shock.referenceDays / Math.max(days, shock.minDays)) ** power;
  if (move === 'up') return Math.max(iv * (1 + shock.rangeUp * tenor), shock.minVolatility);
  return Math.max(iv * (1 - shock.rangeDown * tenor), Math.min(iv, shock.minVolatility));
}
