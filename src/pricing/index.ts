/**
 * What an option is worth: European options by Black-76 and Black-Scholes-Merton, one at a time (exact in the tails), in
 * columns and over scenarios (fast); their greeks and implied volatility; coin-settled options and futures; American
 * options. Plain numbers and typed arrays in and out. Imports math only, and the words of the domain.
 */
export { americanDividendPrice } from './american-dividend-lattice.js';
export { type AmericanOption, americanPrice } from './american-option.js';
export { americanScenarios } from './american-scenarios.js';
export type { AmericanAccuracy } from './american-schemes.js';
export { blackScholesMerton } from './black-scholes-merton.js';
export { type BlackScholesMertonColumns, blackScholesMertonColumns } from './black-scholes-merton-columns.js';
export { black76 } from './black76.js';
export { type Black76Columns, black76Columns } from './black76-columns.js';
export { black76Scenarios } from './black76-scenarios.js';
export { type CashDividend, dividendValue } from './cash-dividend.js';
export {
  type Black76Inputs,
  type BlackScholesMertonInputs,
  black76Greeks,
  blackScholesMertonGreeks,
  type Greeks,
  type SpotGreeks,
} from './greeks.js';
export {
  type ImpliedVolatility,
  type ImpliedVolatilityFailure,
  type ImpliedVolatilityInputs,
  impliedVolatility,
} from './implied-volatility.js';
export { inverseFutureProfit } from './inverse-future.js';
export { inverseOptionPrice, inverseOptionScenarios } from './inverse-option.js';
