import type { Instrument, Market, Quote } from '../../src/domain/index.js';
import { MarketView, type ValuedInstrument, valueInstrument } from '../../src/scenario/index.js';

/** The instant of every sample market. */
export const AS_OF = Date.UTC(2026, 5, 27, 8);

export const inDays = (days: number): number => AS_OF + days * 86_400_000;

const NO_FIGURES = {
  bid: null,
  bidSize: null,
  ask: null,
  askSize: null,
  mark: null,
  iv: null,
  underlyingPrice: null,
  rate: null,
  dividendYield: null,
  tick: null,
  lot: null,
  fee: null,
  confidence: null,
  origin: null,
} as const;

type Terms = Partial<Instrument> & Pick<Instrument, 'name' | 'type' | 'underlying'>;

/** A linear dollar contract on one unit unless the terms say otherwise. */
export function instrument(terms: Terms): Instrument {
  return {
    expiry: null,
    strike: null,
    right: null,
    exercise: terms.type === 'option' ? 'european' : null,
    settlement: 'linear',
    multiplier: 1,
    currency: 'USD',
    ...terms,
  };
}

export function quote(terms: Terms, figures: Partial<Omit<Quote, 'instrument'>> = {}): Quote {
  return { ...NO_FIGURES, ...figures, instrument: instrument(terms) };
}

export const index = (underlying: string, mark: number): Quote =>
  quote({ name: `${underlying} index`, type: 'index', underlying }, { mark });

export const spot = (underlying: string, mark: number, terms: Partial<Instrument> = {}): Quote =>
  quote({ name: underlying, type: 'spot', underlying, ...terms }, { mark });

export const perpetual = (underlying: string, mark: number, terms: Partial<Instrument> = {}): Quote =>
  quote({ name: `${underlying}-PERPETUAL`, type: 'perpetual', underlying, ...terms }, { mark });

export const future = (underlying: string, days: number, mark: number, terms: Partial<Instrument> = {}): Quote =>
  quote({ name: `${underlying}-${days}D`, type: 'future', underlying, expiry: inDays(days), ...terms }, { mark });

/** An option named like `BTC-30D-60000-C`. */
export function option(
  underlying: string,
  days: number,
  strike: number,
  right: 'C' | 'P',
  figures: Partial<Omit<Quote, 'instrument'>>,
  terms: Partial<Instrument> = {},
): Quote {
  const name = `${underlying}-${days}D-${strike}-${right}`;
  return quote({ name, type: 'option', underlying, expiry: inDays(days), strike, right, ...terms }, figures);
}

/** Terms of a coin-settled contract, as Deribit lists them. */
export const inverse = (coin: string, type: 'option' | 'future'): Partial<Instrument> =>
  type === 'option'
    ? { settlement: 'inverse', currency: coin, multiplier: 1 }
    : { settlement: 'inverse', currency: 'USD', multiplier: 10 };

export function market(...quotes: readonly Quote[]): Market {
  return { timestamp: AS_OF, quotes: new Map(quotes.map((entry) => [entry.instrument.name, entry])) };
}

export const viewOf = (quotes: readonly Quote[], currency = 'USD'): MarketView =>
  new MarketView(market(...quotes), AS_OF, currency);

/** Every quote of a market but its index rows, valued. Throws where one cannot be. */
export function linesOf(quotes: readonly Quote[], currency = 'USD'): ValuedInstrument[] {
  const view = viewOf(quotes, currency);
  return quotes.filter((entry) => entry.instrument.type !== 'index').map((entry) => lineOf(entry, view));
}

export function lineOf(entry: Quote, view: MarketView): ValuedInstrument {
  const valuation = valueInstrument(entry.instrument, entry, view);
  if (valuation.status === 'failed') {
    throw new Error(`${entry.instrument.name}: ${valuation.reason} ${valuation.detail}`);
  }
  return valuation.value;
}
