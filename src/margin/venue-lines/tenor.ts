import { MS_PER_DAY } from '../../scenario/index.js';
import type { VenueLine } from './venue-line.js';

const DAYS_PER_YEAR = 365;

/** Days from an instant (epoch ms) to a line's expiry, not below 0; 0 for spot and perpetual. */
export function daysToExpiry(line: VenueLine, asOfMs: number): number {
  return line.expiryMs === null ? 0 : Math.max(0, line.expiryMs - asOfMs) / MS_PER_DAY;
}

/** The same in years of 365 days. */
export function yearsToExpiry(line: VenueLine, asOfMs: number): number {
  return daysToExpiry(line, asOfMs) / DAYS_PER_YEAR;
}

/** How a venue makes near expiries move more: a power for tenors below 30 days and one from there on. */
export interface TenorPowers {
  readonly shortTermPower: number;
  readonly longTermPower: number;
  /** Shorter tenors count as this many days. */
  readonly minDays: number;
}

/**
 * (30 / DTE)^p, the factor on a volatility range given for 30 days.
 *
 * SOURCE: Deribit portfolio margin (`short_term_vega_power`, `long_term_vega_power`); Paradex's "vega power" and floor of
 * one day; GRVT, Dederi, Coincall use the same form.
 */
export function tenorFactor(days: number, powers: TenorPowers): number {
  const power = days < 30 ? powers.shortTermPower : powers.longTermPower;
  return (30 / Math.max(days, powers.minDays)) ** power;
}
