import type { Instrument, Quote } from '../domain/index.js';
import type { MarketView } from './market-view.js';
import { modelPrice } from './model-price.js';
import { solveVolatility } from './solve-volatility.js';
import { markOrMid } from './underlying-levels.js';
import type { ValuedInstrument } from './valued-instrument.js';

export const MS_PER_DAY = 86_400_000;
const DAYS_PER_YEAR = 365;

/** Why an instrument could not be valued; the caller words it as an issue or as a reason for exclusion. */
export type ValuationFailure = 'expired' | 'noLevel' | 'noForward' | 'noVolatility' | 'noCurrency';

export type Valuation =
  | { readonly status: 'valued'; readonly value: ValuedInstrument }
  | { readonly status: 'failed'; readonly reason: ValuationFailure; readonly detail: string };

/**
 * Values one instrument at the view's instant.
 *
 * Sources: Black-76 on the forward of the expiry, divided by it for coin-settled options (Deribit's convention).
 */
export function valueInstrument(instrument: Instrument, quote: Quote | null, view: MarketView): Valuation {
  if (instrument.type === 'trade') return { status: 'valued', value: tradeLine(instrument, quote) };
  const days = instrument.expiry === null ? 0 : (instrument.expiry - view.asOf) / MS_PER_DAY;
  if (instrument.expiry !== null && days <= 0) return failed('expired', '');
  const level = view.levels.get(instrument.underlying)?.level;
  if (level === undefined) return failed('noLevel', instrument.underlying);
  const ttmYears = days / DAYS_PER_YEAR;
  const forward = forwardFor(instrument, quote, view, ttmYears, level);
  if (forward === null || forward <= 0) return failed('noForward', '');
  const money = moneyTerms(instrument, view);
  if (money === null) return failed('noCurrency', settlementCurrency(instrument));

  const rate = quote?.rate ?? 0;
  const dividendYield = quote?.dividendYield ?? 0;
  const stated = view.statedForward(instrument, quote) !== null;
  const dividends = stated || instrument.type !== 'option' ? [] : view.dividends(instrument, ttmYears);
  const unsolved: ValuedInstrument = {
    instrument,
    quote,
    level,
    forward,
    ttmYears,
    days,
    expired: false,
    volatility: null,
    rate,
    dividendYield,
    ...(dividends.length === 0 ? {} : { dividends }),
    earlyExercise: earlyExercise(instrument, stated, rate, dividendYield, dividends.length > 0),
    ...money,
    markPrice: quote === null ? null : markOrMid(quote),
    markValue: 0,
    modelValue: 0,
    notional: notional(instrument, level, view),
  };
  if (instrument.type !== 'option') return { status: 'valued', value: withSpotValue(unsolved) };
  const solved = solveVolatility(unsolved);
  if (solved.status === 'failed') return failed('noVolatility', solved.reason);
  return { status: 'valued', value: withOptionValue({ ...unsolved, volatility: solved.volatility }) };
}

/** A trade of which sensitivities alone are known: worth nothing by itself, and it moves with nothing. */
function tradeLine(instrument: Instrument, quote: Quote | null): ValuedInstrument {
  const life = { ttmYears: 0, days: 0, expired: false, volatility: null, rate: 0, dividendYield: 0 };
  const money = { moneyPerPrice: 0, currencyUnderlying: null, markPrice: 0, markValue: 0, modelValue: 0, notional: 0 };
  return { instrument, quote, level: 1, forward: 1, ...life, earlyExercise: 'none', ...money };
}

function failed(reason: ValuationFailure, detail: string): Valuation {
  return { status: 'failed', reason, detail };
}

function forwardFor(
  instrument: Instrument,
  quote: Quote | null,
  view: MarketView,
  ttmYears: number,
  level: number,
): number | null {
  switch (instrument.type) {
    case 'index':
      return level;
    case 'spot':
    case 'perpetual':
      return (quote === null ? null : markOrMid(quote)) ?? level;
    default:
      return view.forward(instrument, quote, ttmYears);
  }
}

/** The currency in which profit and loss arrives. */
function settlementCurrency(instrument: Instrument): string {
  return instrument.settlement === 'inverse' ? instrument.underlying : instrument.currency;
}

function moneyTerms(
  instrument: Instrument,
  view: MarketView,
): Pick<ValuedInstrument, 'moneyPerPrice' | 'currencyUnderlying'> | null {
  const currency = view.rates.rateOf(settlementCurrency(instrument));
  if (currency === null) return null;
  return { moneyPerPrice: instrument.multiplier * currency.rate, currencyUnderlying: currency.underlying };
}

function notional(instrument: Instrument, level: number, view: MarketView): number {
  const { settlement, type, multiplier, currency, underlying } = instrument;
  if (settlement === 'linear') return multiplier * level * (view.rates.rateOf(currency)?.rate ?? 0);
  if (type === 'option') return multiplier * (view.rates.rateOf(underlying)?.rate ?? 0);
  return multiplier * (view.rates.rateOf(currency)?.rate ?? 0);
}

/** A forward told by the market is the underlying of an option on a future; a carried one belongs to an option on spot. */
export function earlyExercise(
  instrument: Instrument,
  forwardIsStated: boolean,
  rate: number,
  dividendYield: number,
  paysDividends = false,
): ValuedInstrument['earlyExercise'] {
  if (instrument.exercise !== 'american' || instrument.settlement === 'inverse') return 'none';
  if (forwardIsStated) return rate === 0 ? 'none' : 'forward';
  return rate === 0 && dividendYield === 0 && !paysDividends ? 'none' : 'spot';
}

function withSpotValue(line: ValuedInstrument): ValuedInstrument {
  if (line.instrument.type !== 'spot') return line;
  const value = line.forward * line.moneyPerPrice;
  return { ...line, markPrice: line.forward, markValue: value, modelValue: value };
}

function withOptionValue(line: ValuedInstrument): ValuedInstrument {
  const model = modelPrice(line);
  const markPrice = line.markPrice ?? model;
  return { ...line, markPrice, markValue: markPrice * line.moneyPerPrice, modelValue: model * line.moneyPerPrice };
}
