import type { OptionRight } from '../domain/index.js';
import { brent } from '../math/brent.js';
import { inverseNormalCdf } from '../math/inverse-normal-cdf.js';
import { normalCdf, normalPdf } from '../math/normal-distribution.js';
import { standardDistance } from './standard-distance.js';

/** A d2 beyond it belongs to a deviation of a millionth and a delta that no one quotes. */
const FARTHEST = 2 ** 20;

/**
 * How a foreign-exchange market counts delta: for delivery at spot or at the forward date, in units of the foreign
 * currency; `Pa` with the premium, paid in that currency, taken off.
 */
export type FxDeltaConvention = 'spot' | 'forward' | 'spotPa' | 'forwardPa';

/** A market for options on one unit of foreign currency; `stdDev` is sigma sqrt(T), discounts are to expiry. */
export interface FxDeltaTerms {
  readonly convention: FxDeltaConvention;
  readonly right: OptionRight;
  /** Domestic currency per unit of the foreign one. */
  readonly spot: number;
  readonly domesticDiscount: number;
  readonly foreignDiscount: number;
  readonly stdDev: number;
}

/** `noStrike`: no strike has that delta. `notPositive`: an argument is not a positive finite number. */
export type FxStrike =
  | { readonly status: 'ok'; readonly strike: number }
  | { readonly status: 'failed'; readonly reason: 'noStrike' | 'notPositive' | 'notConverged' };

/**
 * Delta of a European foreign-exchange option at a strike, in units of the foreign currency, negative for puts:
 * s N(s d1), times the foreign discount for spot delivery; premium-adjusted s (K/F) N(s d2) instead. Exact under
 * Garman-Kohlhagen. A vanishing `stdDev` gives the step of a decided option. NaN for a spot or
 * discount that is not positive, a negative strike or deviation, and for NaN.
 *
 * SOURCE: U. Wystup and D. Reiswich, "A guide to FX options quoting conventions", J. Derivatives 18 (2010), section 2; M.
 * Garman and S. Kohlhagen, J. International Money and Finance 2 (1983).
 */
export function fxDelta(terms: FxDeltaTerms, strike: number): number {
  const { right, spot, domesticDiscount, foreignDiscount, stdDev } = terms;
  if (!(spot > 0 && domesticDiscount > 0 && foreignDiscount > 0 && stdDev >= 0 && strike >= 0)) return Number.NaN;
  const sign = right === 'C' ? 1 : -1;
  const forward = (spot * foreignDiscount) / domesticDiscount;
  const { d1, d2 } = standardDistance(forward, strike, stdDev);
  const units = isAdjusted(terms) ? (strike / forward) * normalCdf(sign * d2) : normalCdf(sign * d1);
  // Never minus zero, which would print as such.
  return sign > 0 ? delivered(terms) * units : 0 - delivered(terms) * units;
}

/**
 * The strike with a given delta. A premium-adjusted call delta rises with the strike and falls again, so that a delta
 * may have two strikes; the higher one is meant, as markets do.
 *
 * SOURCE: Wystup and Reiswich (2010), section 2; the premium-adjusted ones by `brent` on the logarithm of the strike.
 */
export function strikeOfFxDelta(terms: FxDeltaTerms, delta: number): FxStrike {
  const { right, spot, domesticDiscount, foreignDiscount, stdDev } = terms;
  for (const value of [spot, domesticDiscount, foreignDiscount, stdDev]) {
    if (!(value > 0 && value < Infinity)) return failed('notPositive');
  }
  const sign = right === 'C' ? 1 : -1;
  const units = (sign * delta) / delivered(terms);
  if (!(units > 0 && units < Infinity)) return failed('noStrike');
  const forward = (spot * foreignDiscount) / domesticDiscount;
  if (isAdjusted(terms)) return adjustedStrike(sign, units, forward, stdDev);
  if (!(units < 1)) return failed('noStrike');
  return finite(forward * Math.exp(stdDev * (0.5 * stdDev - sign * inverseNormalCdf(units))));
}

/** In terms of x = d2: the strike is F exp(-stdDev x - stdDev^2/2), so that a search in x sees every strike alike. */
function adjustedStrike(sign: number, units: number, forward: number, stdDev: number): FxStrike {
  const logStrike = (x: number) => -stdDev * x - 0.5 * stdDev * stdDev;
  const excess = (x: number) => logStrike(x) + Math.log(normalCdf(sign * x)) - Math.log(units);
  // A put's delta grows with the strike from nothing to no end; a call's falls beyond its peak.
  const start = sign > 0 ? peakOfAdjustedCall(stdDev) : 0;
  if (start === null) return failed('notConverged');
  if (sign > 0 && excess(start) < 0) return failed('noStrike');
  const ends = bracket(excess, start, sign);
  if (ends === null) return failed('notConverged');
  const found = brent(excess, ends);
  return found.status === 'ok' ? finite(forward * Math.exp(logStrike(found.root))) : failed('notConverged');
}

/** Where stdDev N(x) = n(x), the d2 of the strike with the greatest premium-adjusted call delta. */
function peakOfAdjustedCall(stdDev: number): number | null {
  // n/N falls steadily, is above -x on the left, and below n(x)/N(0) on the right.
  const found = brent((x) => normalPdf(x) - stdDev * normalCdf(x), { from: -Math.min(stdDev, 35) - 1, to: 38 });
  return found.status === 'ok' ? found.root : null;
}

/** Two values of d2 between which `excess` changes sign: a call's on the side of higher strikes, a put's on both. */
function bracket(excess: (x: number) => number, start: number, sign: number): { from: number; to: number } | null {
  const sought = sign > 0 || excess(start) > 0 ? sign : -sign;
  for (let step = 0.25; step <= FARTHEST; step *= 2) {
    const x = start - sought * step;
    const value = excess(x);
    if (Number.isNaN(value)) return null;
    if (value === -Infinity) continue;
    if (sought === sign ? value <= 0 : value >= 0) return { from: start, to: x };
  }
  return null;
}

/** Units of foreign currency today for one at the date for which the convention counts. */
function delivered({ convention, foreignDiscount }: FxDeltaTerms): number {
  return convention === 'spot' || convention === 'spotPa' ? foreignDiscount : 1;
}

function isAdjusted({ convention }: FxDeltaTerms): boolean {
  return convention === 'spotPa' || convention === 'forwardPa';
}

function finite(strike: number): FxStrike {
  return Number.isFinite(strike) && strike > 0 ? { status: 'ok', strike } : failed('noStrike');
}

function failed(reason: 'noStrike' | 'notPositive' | 'notConverged'): FxStrike {
  return { status: 'failed', reason };
}
