import type { OptionRight } from '../domain/index.js';
import { black76 } from './black76.js';

/**
 * Price of a European option on an asset that pays a continuous yield (Black-Scholes-Merton), in the currency of the
 * spot, per unit of the asset.
 *
 * `volatility`, `rate` and `dividendYield` are annual decimals, the last two continuous; `ttmYears` is the time to
 * expiry in years. It is `black76` on the forward spot exp((rate - dividendYield) ttmYears), with its limits.
 *
 * SOURCE: R. Merton, "Theory of rational option pricing", Bell J. Economics 4 (1973); E. G. Haug, "The Complete Guide to
 * Option Pricing Formulas" (1998), generalised Black-Scholes with cost of carry.
 */
export function blackScholesMerton(
  right: OptionRight,
  spot: number,
  strike: number,
  volatility: number,
  ttmYears: number,
  rate: number,
  dividendYield: number,
): number {
  const forward = spot * Math.exp((rate - dividendYield) * ttmYears);
  return black76(right, forward, strike, volatility * Math.sqrt(ttmYears), Math.exp(-rate * ttmYears));
}
