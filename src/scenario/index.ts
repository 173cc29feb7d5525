/**
 * What may happen to the market, and what that does to each instrument: scenario sets (joint moves along correlated
 * directions) and full revaluation into the payoff matrix.
 */
export { ageLine } from './age-line.js';
export { type CurrencyRate, CurrencyRates } from './currency-rates.js';
export {
  atTheMoneyVolatility,
  type DailyVolatility,
  type DailyVolatilityInputs,
  dailyVolatility,
} from './daily-volatility.js';
export { DOLLAR_CURRENCIES } from './dollar-currencies.js';
export type { EllipsoidTerms } from './ellipsoid/ellipsoid-terms.js';
export type { JointPoint } from './ellipsoid/joint-point.js';
export { pointScenarios } from './ellipsoid/point-scenarios.js';
export { type HistoryWindow, historyWindows, type WindowSettings } from './history-windows.js';
export { conditionalMove, type Direction, type DirectionSettings, jointDirections } from './joint-directions.js';
export { type GreekFigures, lineGreeks } from './line-greeks.js';
export { MarketMoves, type OptionTerms } from './market-moves.js';
export { MarketView } from './market-view.js';
export { modelPrice } from './model-price.js';
export { type MovedLine, type MovedMarket, moveLine } from './move-line.js';
export { movedView } from './moved-view.js';
export { PayoffMatrix } from './payoff-matrix.js';
export { reportingScale } from './reporting-scale.js';
export { revalue } from './revalue.js';
export { type ScanBlock, type ScanSettings, scanScenarios } from './scan-scenarios.js';
export type { Scenario, ScenarioSet, VolatilityMove } from './scenario.js';
export { forwardOf, type LevelSource, markOrMid, type UnderlyingLevel, underlyingLevels } from './underlying-levels.js';
export { MS_PER_DAY, type Valuation, type ValuationFailure, valueInstrument } from './value-instrument.js';
export type { ValuedInstrument } from './valued-instrument.js';
export { STILL_VOLATILITY, shockedVolatility, type VolatilityShock } from './volatility-shock.js';
