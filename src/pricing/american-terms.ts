import type { OptionRight } from '../domain/index.js';

/**
 * The terms of an American option on an asset with a continuous yield: money per unit of the underlying, rates
 * continuous and per year, volatility per root year. An option on a future or forward has the rate for its yield.
 */
export interface AmericanTerms {
  readonly right: OptionRight;
  readonly strike: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
  readonly ttmYears: number;
}
