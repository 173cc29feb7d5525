import type { AmericanAccuracy } from './american-schemes.js';
import type { AmericanTerms } from './american-terms.js';
import { americanValuer } from './american-valuer.js';

/** An American option and the spot (for an option on a future: the forward, with the rate for the yield). */
export interface AmericanOption extends AmericanTerms {
  readonly spot: number;
}

/**
 * The price of an American option with continuous rate and yield, per unit of the underlying, in the currency of the
 * strike. Never below intrinsic value. Methods and limits: see `americanValuer`; errors: see `AMERICAN_SCHEMES`.
 *
 * Source: L. Andersen, M. Lake and D. Offengenden, "High-performance American option pricing", J. Computational
 * Finance 20 (2016).
 *
 * @throws RangeError when a term is not finite, or spot, strike, volatility or time is negative.
 */
export function americanPrice(option: AmericanOption, accuracy: AmericanAccuracy = 'accurate'): number {
  return americanValuer(option, accuracy)(option.spot);
}
