import { black76Greeks } from '../../pricing/index.js';
import { quotePrice } from './line-value.js';
import type { VenueLine } from './venue-line.js';

/** Sensitivities of one contract. */
export interface VenueGreeks {
  /** Units of the underlying. */
  readonly delta: number;
  /** Units of the underlying, as a coin-settled account feels them: of an inverse option, delta less its price in coin. */
  readonly netDelta: number;
  /** Quote currency per point (0.01) of volatility. */
  readonly vega: number;
  /** Quote currency per 1.00 of interest rate. */
  readonly rho: number;
}

/**
 * Greeks of a line by Black (1976) on the forward of its expiry; the venue's own delta wins where it is given.
 *
 * SOURCE of the net delta: Deribit, settlement period (delta 1.0 at a price of 0.3 coin is a net delta of 0.7).
 */
export function venueGreeks(line: VenueLine, years: number): VenueGreeks {
  const { option, unitsPerContract: units, price } = line;
  if (option === null) return { delta: units, netDelta: units, vega: 0, rho: 0 };
  const { right, strike, volatility } = option;
  const greeks = black76Greeks({ right, forward: price, strike, volatility, ttmYears: years, discount: 1 });
  const delta = units * (option.delta ?? greeks.delta);
  const premium = line.settlement === 'inverse' ? (units * quotePrice(line, years)) / price : 0;
  return { delta, netDelta: delta - premium, vega: (units * greeks.vega) / 100, rho: units * greeks.rho };
}
