/**
 * What an option is worth: European options by Black-76 and Black-Scholes-Merton, one at a time (exact in the tails), in
 * columns and over scenarios (fast); their greeks and implied volatility; coin-settled options and futures; American
 * options; digital options, options on two assets and foreign-exchange deltas, for users of the library. Plain numbers
 * and typed arrays in and out. Imports math only, and the words of the domain.
 */
export { americanDividendPrice } from './american-dividend-lattice.js';
export { type AmericanOption, americanPrice } from './american-option.js';
export { americanScenarios } from './american-scenarios.js';
export type { AmericanAccuracy } from './american-schemes.js';
export { type BestOfTwoOption, bestOfTwoOption } from './best-of-two.js';
export { blackScholesMerton } from './black-scholes-merton.js';
export { type BlackScholesMertonColumns, blackScholesMertonColumns } from './black-scholes-merton-columns.js';
export { black76 } from './black76.js';
export { type Black76Columns, black76Columns } from './black76-columns.js';
export { black76Scenarios } from './black76-scenarios.js';
export { type CashDividend, dividendValue } from './cash-dividend.js';
export { assetOrNothing, cashOrNothing, type DigitalOption, gapOption } from './digital-option.js';
export {
  type ExchangeGreeks,
  type ExchangeOption,
  exchangeOption,
  exchangeOptionGreeks,
} from './exchange-option.js';
export { type FxDeltaConvention, type FxDeltaTerms, type FxStrike, fxDelta, strikeOfFxDelta } from './fx-delta.js';
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
export { kirkSpreadOption, type SpreadOption } from './spread-option.js';
export { type TwoAssetCorrelationOption, twoAssetCorrelationOption } from './two-asset-correlation.js';
export type { TwoAssets } from './two-assets.js';
