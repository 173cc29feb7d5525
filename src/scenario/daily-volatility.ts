import { ewmaVolatility } from '../correlation/index.js';
import type { PriceHistory } from '../domain/index.js';
import type { MarketView } from './market-view.js';
import { MS_PER_DAY, valueInstrument } from './value-instrument.js';

export interface DailyVolatility {
  /** Standard deviation of a day's log return, decimal. */
  readonly volatility: number;
  readonly source: 'parameters' | 'prices' | 'options';
}

export interface DailyVolatilityInputs {
  /** From the parameter file or --set; wins. */
  readonly given: Readonly<Record<string, number>>;
  readonly prices: PriceHistory | null;
  readonly ewmaLambda: number;
  readonly view: MarketView;
}

/** The tenor at which an option's volatility speaks for the underlying. */
const REFERENCE_DAYS = 30;
const DAYS_PER_YEAR = 365;

/**
 * The daily volatility of an underlying, from the first that knows it: the parameters, the price history (EWMA), the
 * at-the-money implied volatility nearest 30 days over sqrt(365), the `iv` of a spot, index, perpetual or future row.
 * Null when nothing does.
 */
export function dailyVolatility(underlying: string, inputs: DailyVolatilityInputs): DailyVolatility | null {
  // An underlying may be called `constructor`.
  const given = Object.hasOwn(inputs.given, underlying) ? inputs.given[underlying] : undefined;
  if (given !== undefined) return { volatility: given, source: 'parameters' };
  const { prices, ewmaLambda, view } = inputs;
  if (prices?.series.has(underlying)) {
    const asOf = new Date(view.asOf).toISOString().slice(0, 10);
    const estimate = ewmaVolatility(prices, underlying, { lambda: ewmaLambda, asOf });
    if (estimate.kind === 'estimated' && estimate.dailyVolatility > 0) {
      return { volatility: estimate.dailyVolatility, source: 'prices' };
    }
  }
  const implied = atTheMoneyVolatility(underlying, view) ?? statedVolatility(underlying, view);
  return implied === null ? null : { volatility: implied / Math.sqrt(DAYS_PER_YEAR), source: 'options' };
}

/** Annual volatility of the option nearest 30 days, then nearest its forward, whose volatility is known or can be solved. */
export function atTheMoneyVolatility(underlying: string, view: MarketView): number | null {
  const options = [];
  for (const quote of view.market.quotes.values()) {
    const { type, underlying: name, expiry, strike } = quote.instrument;
    if (type !== 'option' || name !== underlying || expiry === null || strike === null || expiry <= view.asOf) continue;
    const days = (expiry - view.asOf) / MS_PER_DAY;
    const forward = view.forward(quote.instrument, quote, days / DAYS_PER_YEAR);
    if (forward === null) continue;
    options.push({ quote, tenor: Math.abs(days - REFERENCE_DAYS), distance: Math.abs(Math.log(strike / forward)) });
  }
  options.sort((a, b) => a.tenor - b.tenor || a.distance - b.distance);
  for (const { quote } of options) {
    const valuation = valueInstrument(quote.instrument, quote, view);
    if (valuation.status === 'valued' && valuation.value.volatility !== null) return valuation.value.volatility;
  }
  return null;
}

/** The volatility a row that is no option states for its underlying. */
function statedVolatility(underlying: string, view: MarketView): number | null {
  for (const { instrument, iv } of view.market.quotes.values()) {
    if (instrument.type !== 'option' && instrument.underlying === underlying && iv !== null) return iv;
  }
  return null;
}
